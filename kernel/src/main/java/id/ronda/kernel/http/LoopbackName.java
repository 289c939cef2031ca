package id.ronda.kernel.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three names of this machine under which the server may be reached until there is sign-in. */
final class LoopbackName {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "::1");

    private LoopbackName() {}

    /** Compares as written and never resolves: a foreign name may well point to 127.0.0.1 (DNS rebinding). */
    static boolean isLoopback(@Nullable String host) {
        return host != null && NAMES.contains(withoutBrackets(host.toLowerCase(Locale.ROOT)));
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The host as it stands in a URI, with brackets around an IPv6 address. */
    static String inUri(String host) {
        String bare = withoutBrackets(host);
        return bare.indexOf(':') >= 0 ? "[" + bare + "]" : bare;
    }
}
