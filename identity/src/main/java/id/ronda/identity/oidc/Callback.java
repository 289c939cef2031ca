package id.ronda.identity.oidc;

import id.ronda.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser brings back from the provider (RFC 6749 section 4.1.2, RFC 9207): a code or an error.
 *
 * @param issuer who says that the answer is his
 */
public record Callback(Optional<Secret> code, Optional<Secret> state, Optional<String> issuer, Optional<String> error) {

    /** Reads the query; a parameter that comes twice is none (RFC 6749 section 3.1). */
    public static Callback of(Map<String, List<String>> query) {
        return new Callback(
                once(query, "code").map(Secret::new),
                once(query, "state").map(Secret::new),
                once(query, "iss"),
                once(query, "error"));
    }

    private static Optional<String> once(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()).filter(value -> !value.isEmpty()) : Optional.empty();
    }
}
