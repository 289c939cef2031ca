package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HostPortTest {

    private final HostPort.Converter converter = new HostPort.Converter();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,            127.0.0.1,   161",
        "127.0.0.1:1161,       127.0.0.1,   1161",
        "core-router:65535,    core-router, 65535",
        "::1,                  ::1,         161",
        "[::1],                ::1,         161",
        "[2001:db8::7]:10161,  2001:db8::7, 10161",
        "fe80::1%eth0,         fe80::1%eth0, 161",
    })
    void typed_isHostAndPort(String typed, String host, int port) {
        var read = converter.convert(typed);

        assertThat(read.host()).isEqualTo(host);
        assertThat(read.portOr(161)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":161",
                "127.0.0.1:",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "a:b",
                "[::1]161",
                "[]:161",
                "[::1",
                "udp://127.0.0.1",
                "127.0.0.0/8",
                "127.0.0.1:-1",
                "127.0.0.1:1e3"
            })
    void nonsense_isRefusedWithAReason(String typed) {
        assertThatThrownBy(() -> converter.convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageMatching(".*(HOST|port).*");
    }
}
