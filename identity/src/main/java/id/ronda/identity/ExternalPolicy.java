package id.ronda.identity;

import java.util.Map;
import java.util.Set;

/**
 * Whom a provider may let in beyond the accounts that an administrator has linked.
 *
 * @param linkBy by what an account that exists is taken for the person's own at his first sign-in; empty: never
 * @param rolesOfGroups which preset role a new account gets for a group; empty: no accounts are made
 * @param trustedMethods the values of {@code amr} or {@code acr} that stand for Ronda's own second step; empty: none does
 */
public record ExternalPolicy(Set<Match> linkBy, Map<String, String> rolesOfGroups, Set<String> trustedMethods) {

    /** Linked accounts only, and their second step is asked for. */
    public static final ExternalPolicy LINKED_ONLY = new ExternalPolicy(Set.of(), Map.of(), Set.of());

    /** What may show that an account is the person's own. */
    public enum Match {
        /** The address, which the provider has verified. */
        VERIFIED_EMAIL,
        /** The name; for a provider where nobody chooses his own. */
        PREFERRED_USERNAME
    }

    public ExternalPolicy {
        linkBy = Set.copyOf(linkBy);
        rolesOfGroups = Map.copyOf(rolesOfGroups);
        trustedMethods = Set.copyOf(trustedMethods);
    }

    /** Whether more must be known of somebody than who he is. */
    public boolean wantsClaims() {
        return !linkBy.isEmpty() || !rolesOfGroups.isEmpty();
    }

    /** Whether the person has taken the provider's second step, and that is enough. */
    public boolean trusts(Proof.Proven proven) {
        return proven.methods().stream().anyMatch(trustedMethods::contains);
    }
}
