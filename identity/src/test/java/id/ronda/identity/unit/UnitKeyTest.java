package id.ronda.identity.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Kec. Banyuwangi, kecamatan banyuwangi",
        "DISKOMINFO, dinas komunikasi dan informatika",
        "Dinas Komunikasi & Informatika, dinas komunikasi dan informatika",
        "Satpol PP, satuan polisi pamong praja",
        "UPTD Puskesmas  Kabat, unit pelaksana teknis daerah pusat kesehatan masyarakat kabat",
        "Bag.Umum/Setda, bagian umum sekretariat daerah"
    })
    void abbreviation_isWrittenOut(String name, String key) {
        assertThat(UnitKey.of(name)).isEqualTo(key);
    }

    @Property(tries = 200)
    void key_ofAKey_isItself(@ForAll String name) {
        String key = UnitKey.of(name);

        assertThat(UnitKey.of(key)).isEqualTo(key);
        assertThat(key)
                .isEqualTo(key.toLowerCase(Locale.ROOT))
                .doesNotContain("  ")
                .doesNotStartWith(" ");
    }
}
