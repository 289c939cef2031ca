package id.ronda.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

    private static final Instant TIME = Instant.parse("2026-08-21T08:04:05Z");
    private final TimeFormat indonesian = new TimeFormat(Language.INDONESIAN, ZoneId.of("Asia/Jakarta"));
    private final TimeFormat english = new TimeFormat(Language.ENGLISH, ZoneId.of("Asia/Makassar"));

    @Test
    void writesTheOfficesClock() {
        assertThat(indonesian.absolute(TIME)).isEqualTo("21 Agu 2026 15.04.05 WIB");
        assertThat(english.absolute(TIME)).isEqualTo("21 Aug 2026 16:04:05 WITA");
        assertThat(new TimeFormat(Language.ENGLISH, ZoneId.of("Asia/Jayapura")).absolute(TIME))
                .endsWith("17:04:05 WIT");
        assertThat(new TimeFormat(Language.ENGLISH, ZoneId.of("UTC")).absolute(TIME))
                .endsWith("08:04:05 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "0, baru saja, just now",
        "-30, baru saja, just now",
        "5, 5 detik lalu, 5 s ago",
        "59, 59 detik lalu, 59 s ago",
        "60, 1 menit lalu, 1 min ago",
        "3599, 59 menit lalu, 59 min ago",
        "3600, 1 jam lalu, 1 h ago",
        "172799, 47 jam lalu, 47 h ago",
        "172800, 2 hari lalu, 2 days ago",
    })
    void saysHowLongAgo(long seconds, String inIndonesian, String inEnglish) {
        Instant now = TIME.plusSeconds(seconds);
        assertThat(indonesian.ago(TIME, now)).isEqualTo(inIndonesian);
        assertThat(english.ago(TIME, now)).isEqualTo(inEnglish);
    }
}
