package id.ronda.app;

import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.limit.Rate;
import id.ronda.kernel.limit.RateLimits;
import id.ronda.kernel.net.IpAddress;
import id.ronda.kernel.net.IpRange;
import id.ronda.kernel.net.ProxyTrust;
import id.ronda.kernel.tls.TlsConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the server's configuration out of the settings, and refuses those that do not fit together. */
final class HttpSettings {

    private static final Pattern NAME =
            Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.?");

    private HttpSettings() {}

    /**
     * The configuration.
     *
     * @throws SettingsRefused with the keys that are wrong
     */
    static HttpConfig of(ServerConfig config) {
        HttpKeys http = config.http();
        return new HttpConfig(
                config.listen(),
                config.port(),
                HttpConfig.defaults().bodyLimit(),
                http.patience(),
                tls(http.tls()),
                names(http.names().orElse(List.of())),
                proxies(http.proxy()),
                limits(http.limit()));
    }

    private static Optional<TlsConfig> tls(HttpKeys.Tls tls) {
        if (tls.pkcs12().isPresent()
                && (tls.certificate().isPresent() || tls.key().isPresent())) {
            throw new SettingsRefused(
                    "http.tls.pkcs12 stands beside http.tls.certificate or http.tls.key: give one form");
        }
        return tls.pkcs12().isPresent() || tls.passwordFile().isPresent()
                ? Optional.of(new TlsConfig.Pkcs12(
                        both(tls.pkcs12(), "pkcs12", "password-file"),
                        both(tls.passwordFile(), "password-file", "pkcs12")))
                : pem(tls);
    }

    private static Optional<TlsConfig> pem(HttpKeys.Tls tls) {
        return tls.certificate().isEmpty() && tls.key().isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsConfig.Pem(
                        both(tls.certificate(), "certificate", "key"), both(tls.key(), "key", "certificate")));
    }

    private static Path both(Optional<Path> file, String key, String other) {
        return file.orElseThrow(
                () -> new SettingsRefused("http.tls." + key + " is missing: http.tls." + other + " needs it"));
    }

    private static List<String> names(List<String> names) {
        for (String name : names) {
            if (!NAME.matcher(name).matches() && IpAddress.canonical(name).isEmpty()) {
                throw new SettingsRefused("http.names: '" + name
                        + "' is neither a host's name nor an address; leave out" + " https:// and the port");
            }
        }
        return names;
    }

    private static ProxyTrust proxies(HttpKeys.Proxy proxy) {
        List<IpRange> trusted = proxy.trusted().orElse(List.of()).stream()
                .map(text -> IpRange.parse(text)
                        .orElseThrow(() -> new SettingsRefused("http.proxy.trusted: '" + text
                                + "' is neither an IP address nor a range such as 10.0.0.0/24")))
                .toList();
        ProxyTrust.Style style = switch (proxy.header()) {
            case "x-forwarded" -> ProxyTrust.Style.X_FORWARDED;
            case "forwarded" -> ProxyTrust.Style.FORWARDED;
            default ->
                throw new SettingsRefused(
                        "http.proxy.header must be x-forwarded or forwarded, not '" + proxy.header() + "'");
        };
        return new ProxyTrust(trusted, style);
    }

    private static RateLimits limits(HttpKeys.Limit limit) {
        return new RateLimits(
                new Rate(
                        atLeastOne(limit.callerBurst(), "caller-burst"), atLeastOne(limit.callerRate(), "caller-rate")),
                new Rate(
                        atLeastOne(limit.strangerBurst(), "stranger-burst"),
                        atLeastOne(limit.strangerRate(), "stranger-rate")),
                atLeastOne(limit.streams(), "streams"));
    }

    private static int atLeastOne(int number, String key) {
        if (number < 1) {
            throw new SettingsRefused("http.limit." + key + " must be 1 or more, not " + number);
        }
        return number;
    }
}
