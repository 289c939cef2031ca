package id.ronda.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.net.ProxyTrust.Client;
import id.ronda.kernel.net.ProxyTrust.Style;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

final class ProxyTrustTest {

    private static final String PROXY = "10.0.0.2";

    private final ProxyTrust plain = trust(Style.X_FORWARDED);
    private final ProxyTrust forwarded = trust(Style.FORWARDED);

    private static ProxyTrust trust(Style style) {
        return new ProxyTrust(
                Stream.of("10.0.0.0/24", "2001:db8::/64")
                        .map(text -> IpRange.parse(text).orElseThrow())
                        .toList(),
                style);
    }

    private static Client client(ProxyTrust trust, String peer, Map<String, List<String>> headers) {
        return trust.client(peer, name -> headers.getOrDefault(name, List.of()));
    }

    private static Map<String, List<String>> xff(String... values) {
        return Map.of("X-Forwarded-For", Arrays.asList(values));
    }

    private static Map<String, List<String>> header(String... values) {
        return Map.of("Forwarded", Arrays.asList(values));
    }

    @Test
    void theProxysWordIsTaken() {
        var seen = client(
                plain,
                PROXY,
                Map.of(
                        "X-Forwarded-For", List.of("203.0.113.9"),
                        "X-Forwarded-Proto", List.of("https"),
                        "X-Forwarded-Host", List.of("ronda.example.go.id")));

        assertThat(seen).isEqualTo(new Client("203.0.113.9", "https", "ronda.example.go.id"));
    }

    @Test
    void anybodyElsesIsNot() {
        var seen = client(
                plain,
                "203.0.113.66",
                Map.of("X-Forwarded-For", List.of("127.0.0.1"), "X-Forwarded-Proto", List.of("https")));

        assertThat(seen).isEqualTo(new Client("203.0.113.66", null, null));
        assertThat(client(ProxyTrust.NONE, PROXY, xff("203.0.113.9")).address()).isEqualTo(PROXY);
    }

    @Test
    void whatTheClientPutInFrontIsNotReached() {
        assertThat(client(plain, PROXY, xff("127.0.0.1, 203.0.113.9")).address())
                .isEqualTo("203.0.113.9");
        assertThat(client(plain, PROXY, xff("10.0.0.7", "203.0.113.9")).address())
                .as("a trusted proxy's address further left, in a header of its own")
                .isEqualTo("203.0.113.9");
    }

    @Test
    void aChainOfOwnProxiesIsWalkedThrough() {
        assertThat(client(plain, PROXY, xff("127.0.0.1, 203.0.113.9, 10.0.0.3")).address())
                .isEqualTo("203.0.113.9");
        assertThat(client(plain, PROXY, xff("10.0.0.4, 10.0.0.3")).address()).isEqualTo("10.0.0.4");
    }

    @Test
    void theWalkEndsAtWhatIsNoAddress() {
        assertThat(client(plain, PROXY, xff("203.0.113.9, unknown")).address()).isEqualTo(PROXY);
        assertThat(client(plain, PROXY, xff()).address()).isEqualTo(PROXY);
    }

    @Test
    void schemeIsTakenWithoutAnAddressToo() {
        var seen = client(plain, PROXY, Map.of("X-Forwarded-Proto", List.of("http, https")));

        assertThat(seen).isEqualTo(new Client(PROXY, "https", null));
    }

    @Test
    void onlyTheConfiguredHeaderIsRead() {
        assertThat(client(plain, PROXY, header("for=127.0.0.1")).address()).isEqualTo(PROXY);
        assertThat(client(forwarded, PROXY, xff("127.0.0.1")).address()).isEqualTo(PROXY);
    }

    @Test
    void forwardedIsReadAsTheStandardWritesIt() {
        var seen = client(
                forwarded,
                "2001:db8::5",
                header(
                        "for=127.0.0.1",
                        "For=\"[2001:db8:cafe::17]:4711\";Proto=https;by=_x;host=\"ronda.example.go.id\""));

        assertThat(seen).isEqualTo(new Client("2001:db8:cafe::17", "https", "ronda.example.go.id"));
    }

    @Test
    void schemeIsThatOfTheOutermostProxy() {
        var seen = client(forwarded, PROXY, header("for=203.0.113.9;proto=https, for=10.0.0.3;proto=http"));

        assertThat(seen).isEqualTo(new Client("203.0.113.9", "https", null));
    }

    @Test
    void hiddenClientStaysTheProxyThatHidIt() {
        assertThat(client(forwarded, PROXY, header("for=203.0.113.9, for=unknown;proto=https")))
                .isEqualTo(new Client(PROXY, "https", null));
    }

    @Property(tries = 500)
    void nothingThatStrangersWriteChangesWhatTheProxyAdds(@ForAll @CharRange(from = ' ', to = '~') String strangers) {
        assertThat(client(forwarded, PROXY, header(strangers + ", for=203.0.113.9"))
                        .address())
                .isEqualTo("203.0.113.9");
        assertThat(client(plain, PROXY, xff(strangers + ", 203.0.113.9")).address())
                .isEqualTo("203.0.113.9");
    }
}
