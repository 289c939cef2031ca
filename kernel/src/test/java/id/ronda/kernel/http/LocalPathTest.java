package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/perangkat?q=a b&limit=5", "/devices/1#x", "/akun", "/@example.test"})
    void ownPage_isKept(String to) {
        assertThat(LocalPath.of(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "perangkat",
                "//example.test",
                "/\\example.test",
                "/\t/example.test",
                "/\n/example.test",
                "\\\\example.test",
                "https://example.test/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/ö"
            })
    void whatMayLeadElsewhere_leadsToTheStart(String to) {
        assertThat(LocalPath.of(to)).isEqualTo("/");
    }

    @Test
    void nothing_orTooMuch_leadsToTheStart() {
        assertThat(LocalPath.of(null)).isEqualTo("/");
        assertThat(LocalPath.of("/" + "a".repeat(501))).isEqualTo("/");
    }
}
