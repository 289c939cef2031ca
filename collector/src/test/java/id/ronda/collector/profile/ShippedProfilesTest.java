package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.profile.LoadResult.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The profiles in the program load, agree with their schema and are clean. */
class ShippedProfilesTest {

    @Test
    void loadWithoutAProblem() {
        assertThat(ProfileCatalog.shipped().rejected()).isEmpty();
    }

    @Test
    void coverTheFamiliesOfTheFirstRound() {
        assertThat(ProfileCatalog.shipped().profiles())
                .extracting(Profile::name)
                .contains(
                        "if-mib",
                        "host-resources",
                        "ucd-snmp",
                        "entity-sensor",
                        "ups-mib",
                        "mikrotik-routeros",
                        "cisco-ios",
                        "cisco-small-business",
                        "fortinet-fortigate",
                        "apc-ups",
                        "apc-pdu",
                        "apc-ats",
                        "apc-environment",
                        "comap",
                        "himoinsa",
                        "linux-netsnmp",
                        ProfileCatalog.UNKNOWN);
    }

    @Test
    void areClean() {
        for (var file : new ProfileLoader().shipped()) {
            assertThat(file)
                    .isInstanceOfSatisfying(
                            Loaded.class,
                            loaded -> assertThat(findings(loaded))
                                    .as(loaded.file())
                                    .isEmpty());
        }
    }

    private static List<String> findings(Loaded loaded) {
        return ProfileLint.check(loaded.profile());
    }

    @Test
    void areNamedAsTheirFiles() {
        for (var file : new ProfileLoader().shipped()) {
            assertThat(file)
                    .isInstanceOfSatisfying(
                            Loaded.class,
                            loaded -> assertThat(loaded.file())
                                    .isEqualTo(loaded.profile().name() + ".yaml"));
        }
    }
}
