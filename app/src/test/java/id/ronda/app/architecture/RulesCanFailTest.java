package id.ronda.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is no wall: each is shown a class that breaks it, and must name it. */
class RulesCanFailTest {

    private static final String FIXTURE = "id.ronda.app.architecture.fixture";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(FIXTURE);

    /** For each rule the classes that break it, and no others. */
    private static final Map<String, Set<String>> BREAKERS = Map.ofEntries(
            Map.entry("modules call to the left", Set.of("kernel.KnowsTooMuch")),
            Map.entry("modules show one package", Set.of("alerting.LooksInside")),
            Map.entry("rooms have no cycles", Set.of("csirt.intake.Desk", "csirt.triage.Triage")),
            Map.entry("packages are null-marked", Set.of("dashboards.unmarked.Unmarked")),
            Map.entry("SQL stays in stores", Set.of("assets.AsksTheDatabase")),
            Map.entry("SNMP4J stays at the socket", Set.of("assets.SpeaksSnmp")),
            Map.entry("SNMP values stay in the collector", Set.of("assets.NamesAnOid")),
            Map.entry("Netty stays at the sockets", Set.of("assets.CountsBuffers")),
            Map.entry(
                    "only app touches the process",
                    Set.of("identity.Prints", "identity.Quits", "identity.Halts", "identity.ReadsTheEnvironment")),
            Map.entry("one logging API", Set.of("identity.LogsElsewhere")),
            Map.entry("nobody sleeps", Set.of("identity.Sleeps")),
            Map.entry("names say something", Set.of("identity.PoolManager", "identity.TextUtils")),
            Map.entry("exceptions have a name", Set.of("identity.ThrowsAnything")));

    static Stream<Map.Entry<String, Set<String>>> breakers() {
        return BREAKERS.entrySet().stream();
    }

    @Test
    void everyRule_hasABreaker() {
        assertThat(BREAKERS).containsOnlyKeys(HouseRules.under(FIXTURE).keySet());
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void rule_namesItsBreakersAndNobodyElse(Map.Entry<String, Set<String>> breakers) {
        var rule = Objects.requireNonNull(HouseRules.under(FIXTURE).get(breakers.getKey()));

        var details = rule.evaluate(CLASSES).getFailureReport().getDetails();

        assertThat(breakers.getValue())
                .allSatisfy(
                        breaker -> assertThat(details).anyMatch(detail -> detail.contains(FIXTURE + "." + breaker)));
        assertThat(details)
                .allMatch(detail ->
                        breakers.getValue().stream().anyMatch(breaker -> detail.contains(FIXTURE + "." + breaker)));
    }
}
