package id.ronda.identity;

import id.ronda.kernel.Secret;
import java.time.Instant;
import java.util.List;

/** What came of {@code ronda user recover NAME}. */
public sealed interface Recovery {

    /**
     * The account can sign in with this password and must change it.
     *
     * @param secondFactorRemoved it had one, which is gone
     * @param madeAdministrator nobody else was left who could administer, so this account may now
     */
    record Recovered(
            String name, Secret password, Instant validUntil, boolean secondFactorRemoved, boolean madeAdministrator)
            implements Recovery {}

    /** There is no account of that name; there are these, at most 20. */
    record UnknownName(List<String> known) implements Recovery {}
}
