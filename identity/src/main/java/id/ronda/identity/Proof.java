package id.ronda.identity;

import id.ronda.kernel.Secret;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an {@link IdentityProvider} says of who somebody is. */
public sealed interface Proof {

    /**
     * He is who he says. What is said beside {@code who} may change from one sign-in to the next.
     *
     * @param who by this he is known again
     * @param name his sign-in name there ({@code preferred_username}), or null
     * @param displayName what people call him, or null
     * @param email his address, only if the provider has verified it
     * @param groups the groups that he is in there
     * @param methods by which he has shown himself: the values of {@code amr} and {@code acr}
     * @param receipt what the provider wants back when he goes out again ({@code id_token_hint}), or null
     */
    record Proven(
            ExternalIdentity who,
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String email,
            Set<String> groups,
            Set<String> methods,
            @Nullable Secret receipt)
            implements Proof {
        public Proven {
            groups = Set.copyOf(groups);
            methods = Set.copyOf(methods);
        }
    }

    /** It is not proven, for this reason. */
    record Unproven(ProofFault fault) implements Proof {}
}
