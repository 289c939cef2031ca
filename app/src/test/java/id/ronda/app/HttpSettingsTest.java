package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.limit.RateLimits;
import id.ronda.kernel.net.ProxyTrust;
import id.ronda.kernel.tls.TlsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    /** Reads pairs of a key, without {@code ronda.http.}, and its value. */
    private static HttpConfig read(String... pairs) {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put("ronda.http." + pairs[i], pairs[i + 1]);
        }
        return switch (ConfigReader.read(ServerConfig.class, null, settings, Map.of())) {
            case ConfigResult.Read<ServerConfig> read -> HttpSettings.of(read.config());
            case ConfigResult.Refused<ServerConfig> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    @Test
    void nothingGiven_isPlainHttpForThisMachineWithTheUsualLimits() {
        var config = read();

        assertThat(config.listen()).isEqualTo("127.0.0.1");
        assertThat(config.tls()).isEmpty();
        assertThat(config.names()).isEmpty();
        assertThat(config.proxies()).isEqualTo(ProxyTrust.NONE);
        assertThat(config.limits()).isEqualTo(RateLimits.USUAL);
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void pem_isTwoFiles() {
        assertThat(read("tls.certificate", "a.crt", "tls.key", "a.key").tls())
                .contains(new TlsConfig.Pem(Path.of("a.crt"), Path.of("a.key")));
    }

    @Test
    void pkcs12_isAFileAndItsPassword() {
        assertThat(read("tls.pkcs12", "a.p12", "tls.password-file", "word").tls())
                .contains(new TlsConfig.Pkcs12(Path.of("a.p12"), Path.of("word")));
    }

    @Test
    void namesAndProxies_areLists() {
        var config = read(
                "names",
                "ronda.example.go.id,10.1.2.3",
                "proxy.trusted",
                "10.0.0.2,2001:db8::/32",
                "proxy.header",
                "forwarded");

        assertThat(config.names()).containsExactly("ronda.example.go.id", "10.1.2.3");
        assertThat(config.proxies().style()).isEqualTo(ProxyTrust.Style.FORWARDED);
        assertThat(config.proxies().trusts("2001:db8:7::1")).isTrue();
        assertThat(config.proxies().trusts("10.0.0.3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tls.certificate, a.crt, http.tls.key",
        "tls.key, a.key, http.tls.certificate",
        "tls.pkcs12, a.p12, http.tls.password-file",
        "tls.password-file, word, http.tls.pkcs12",
        "names, https://ronda.example.go.id, http.names",
        "names, ronda:8443, http.names",
        "proxy.trusted, the-proxy, http.proxy.trusted",
        "proxy.header, x-real-ip, http.proxy.header",
        "limit.caller-rate, 0, http.limit.caller-rate",
        "limit.streams, -1, http.limit.streams",
    })
    void whatDoesNotFit_isNamed(String key, String value, String named) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining(named);
    }

    @Test
    void twoForms_areOneTooMany() {
        assertThatThrownBy(() -> read("tls.certificate", "a", "tls.key", "b", "tls.pkcs12", "c"))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("one form");
    }
}
