package id.ronda.identity;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.secret.SecretBox;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/**
 * What identity stands on.
 *
 * @param trail takes note of sign-ins
 * @param belongings what other modules know to be in a person's name
 * @param unitFollowers where other modules keep units by their names
 */
public record IdentityNeeds(
        Database database,
        SecretBox secrets,
        DataFolder folder,
        Clock clock,
        SecureRandom random,
        MeterRegistry meters,
        SignInTrail trail,
        List<Belongings> belongings,
        List<UnitFollower> unitFollowers) {
    public IdentityNeeds {
        belongings = List.copyOf(belongings);
        unitFollowers = List.copyOf(unitFollowers);
    }
}
