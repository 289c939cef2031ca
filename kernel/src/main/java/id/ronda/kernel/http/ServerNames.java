package id.ronda.kernel.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which the server answers: the three of loopback, its own address, and those of the configuration. */
final class ServerNames {

    private final Set<String> names = new HashSet<>();

    ServerNames(HttpConfig config) {
        config.names().forEach(this::add);
        if (!ListenRules.isEverywhere(config.listen())) {
            add(config.listen());
        }
    }

    /** What a request for another host is told; names that were configured are not told to strangers. */
    String sentence() {
        return names.stream().allMatch(LoopbackName::isLoopback)
                ? "This server answers only to 127.0.0.1, localhost and [::1]."
                : "This server answers only to its own names.";
    }

    private void add(String name) {
        names.add(plain(name));
    }

    /** Compares as written and never resolves. */
    boolean contains(@Nullable String host) {
        return LoopbackName.isLoopback(host) || (host != null && names.contains(plain(host)));
    }

    /** In small letters, without brackets and without the root's dot. */
    private static String plain(String host) {
        String bare = LoopbackName.withoutBrackets(host.toLowerCase(Locale.ROOT));
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
