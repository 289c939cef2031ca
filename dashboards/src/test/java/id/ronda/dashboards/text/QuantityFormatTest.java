package id.ronda.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuantityFormatTest {

    private final QuantityFormat indonesian = new QuantityFormat(Language.INDONESIAN);
    private final QuantityFormat english = new QuantityFormat(Language.ENGLISH);

    @ParameterizedTest
    @CsvFileSource(resources = "/id/ronda/dashboards/quantities.csv", delimiter = ';', numLinesToSkip = 1)
    void writesQuantitiesAsPeopleReadThem(double value, String unit, String inIndonesian, String inEnglish) {
        assertThat(indonesian.quantity(value, unit)).isEqualTo(inIndonesian);
        assertThat(english.quantity(value, unit)).isEqualTo(inEnglish);
    }

    @Test
    void writesNumbersInTheFormOfTheLanguage() {
        assertThat(indonesian.number(1234.5)).isEqualTo("1.235");
        assertThat(indonesian.number(234.56)).isEqualTo("234,6");
        assertThat(english.number(234.56)).isEqualTo("234.6");
    }

    @Test
    void writesNoNegativeZero() {
        assertThat(english.number(-0.0)).isEqualTo("0");
    }

    @Test
    void leavesAnUnknownUnitAsItIs() {
        assertThat(indonesian.symbol("mol")).isEqualTo("mol");
        assertThat(indonesian.symbol("By/s")).isEqualTo("bit/s");
    }
}
