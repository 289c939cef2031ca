package id.ronda.kernel.http;

import id.ronda.kernel.net.IpAddress;
import id.ronda.kernel.net.IpRange;
import java.util.Set;

/** Where the server may listen: passwords and sessions must not travel in the clear past this machine. */
final class ListenRules {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private static final IpRange LOOPBACK = IpRange.parse("127.0.0.0/8").orElseThrow();

    private ListenRules() {}

    /**
     * Looks at the address alone, so that a wrong one is told before anything is started.
     *
     * @throws ListenRefused when it is not allowed
     */
    static void require(HttpConfig config) {
        String listen = LoopbackName.withoutBrackets(config.listen());
        if (isLoopback(listen)) {
            return;
        }
        if (IpAddress.canonical(listen).isEmpty()) {
            throw new ListenRefused(
                    config.listen(), "it is no IP address; give --listen 127.0.0.1 or an address of this machine");
        }
        if (config.tls().isEmpty() && config.proxies().trusted().isEmpty()) {
            throw new ListenRefused(
                    config.listen(),
                    "passwords would travel in the clear; set http.tls.certificate and http.tls.key (or http.tls.pkcs12), or"
                            + " http.proxy.trusted to the addresses of the proxy that speaks TLS, or give --listen 127.0.0.1");
        }
        if (isEverywhere(listen) && config.names().isEmpty()) {
            throw new ListenRefused(
                    config.listen(),
                    "set http.names to the names and addresses under which people reach it, such as ronda.example.go.id");
        }
    }

    /** Whether only this machine can reach it. */
    static boolean isLoopback(String listen) {
        return LoopbackName.isLoopback(listen) || LOOPBACK.contains(listen);
    }

    /** Whether it is no address but all that the machine has. */
    static boolean isEverywhere(String listen) {
        return IpAddress.canonical(LoopbackName.withoutBrackets(listen))
                .filter(EVERYWHERE::contains)
                .isPresent();
    }
}
