package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Wording;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.1.5,127.0.1.5",
        "' 127.0.1.5 ',127.0.1.5",
        "::1,::1",
        "2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "::ffff:127.0.0.9,127.0.0.9",
        "Router-1.Example,router-1.example",
        "a,a",
        "3com.example,3com.example"
    })
    void parse_givesOneFormForEachAddress(String text, String canonical) {
        assertThat(DeviceAddress.parse(text)).isEqualTo(new DeviceAddress.Accepted(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "256.0.0.1",
                "1.2.3",
                "127.1",
                "2130706433",
                "1.2.3.4:161",
                "[::1]",
                "fe80::1%eth0",
                "::1::",
                "-a.example",
                "a-.example",
                "a..b",
                ".a",
                "under_score",
                "two words",
                "http://a/",
                "a\u0000b",
                "router.1"
            })
    void parse_refusesWhatIsNoAddress(String text) {
        assertThat(DeviceAddress.parse(text)).isInstanceOf(DeviceAddress.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1", "::ffff:224.0.0.1"})
    void parse_refusesAddressesOfNobodyAndOfMany(String text) {
        assertThat(DeviceAddress.parse(text))
                .isEqualTo(new DeviceAddress.Refused(new Wording(
                        "must be the address of one device, not a wildcard, multicast or broadcast address",
                        "harus alamat satu perangkat, bukan alamat umum, multicast, atau broadcast")));
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 400})
    void parse_refusesNamesLongerThanTheDomainNameSystemTakes(int length) {
        assertThat(DeviceAddress.parse("a.".repeat(length).substring(0, length - 1) + "a"))
                .isInstanceOf(DeviceAddress.Refused.class);
    }

    @Property(tries = 300)
    void parse_neverThrows_andIsStable(@ForAll String text) {
        if (DeviceAddress.parse(text) instanceof DeviceAddress.Accepted accepted) {
            assertThat(DeviceAddress.parse(accepted.text())).isEqualTo(accepted);
        }
    }
}
