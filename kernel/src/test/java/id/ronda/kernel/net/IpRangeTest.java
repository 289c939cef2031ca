package id.ronda.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, 10.0.0.5, true",
        "10.0.0.5, 10.0.0.6, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.128/25, 10.0.0.127, false",
        "10.0.0.128/25, 10.0.0.200, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "10.0.0.0/8, example.org, false",
        "10.0.0.0/8, '', false",
    })
    void holdsWhatBeginsWithTheSameBits(String range, String address, boolean expected) {
        assertThat(IpRange.parse(range).orElseThrow().contains(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "10.0.0.0/33", "10.0.0/8", "2001:db8::/129", "10.0.0.0/", "10.0.0.0/-1", "/8"})
    void whatIsNoRangeIsNotRead(String text) {
        assertThat(IpRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:4711, 192.0.2.1",
        "[2001:db8::7]:443, 2001:db8::7",
        "[2001:db8::7], 2001:db8::7",
        "2001:db8:0::7, 2001:db8::7",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void nodesAreReadAsProxiesWriteThem(String node, String address) {
        assertThat(IpAddress.ofNode(node)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "", "localhost", "[2001:db8::7", "1.2.3.4.5"})
    void hiddenNodesAreNoAddress(String node) {
        assertThat(IpAddress.ofNode(node)).isEmpty();
    }

    @Test
    void oneHostOfIpv6HasManyAddresses() {
        assertThat(IpAddress.network("2001:db8:1:2::7")).isEqualTo(IpAddress.network("2001:db8:1:2:ffff::1"));
        assertThat(IpAddress.network("2001:db8:1:2::7")).isNotEqualTo(IpAddress.network("2001:db8:1:3::7"));
        assertThat(IpAddress.network("192.0.2.1")).isEqualTo(IpAddress.network("::ffff:192.0.2.1"));
        assertThat(IpAddress.network("nowhere")).isEqualTo("nowhere");
    }
}
