package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.poll.PollPlan.PlannedRequest;
import id.ronda.collector.reading.GaugeDecoder;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

final class PollPlanTest {

    private static final String IN_OCTETS = "1.3.6.1.2.1.31.1.1.1.6.";
    private static final String OUT_OCTETS = "1.3.6.1.2.1.31.1.1.1.10.";
    private static final OID DISCONTINUITY = new OID("1.3.6.1.2.1.31.1.1.1.19");

    private static PolledObject counter(String oid) {
        return new PolledObject(
                new OID(oid), oid, "", oid, "By/s", ObjectKind.COUNTER64, GaugeDecoder.PLAIN, null, Double.NaN);
    }

    /** Two counters of each of so many interfaces. */
    private static PollPlan plan(int interfaces) {
        var objects = new ArrayList<PolledObject>();
        for (int i = 1; i <= interfaces; i++) {
            objects.add(counter(IN_OCTETS + i));
            objects.add(counter(OUT_OCTETS + i));
        }
        return new PollPlan(objects, IntStream.range(0, objects.size()).toArray());
    }

    private static List<OID> asked(PollPlan plan) {
        return plan.requests().stream().flatMap(r -> r.oids().stream()).toList();
    }

    private static List<VariableBinding> answer(PlannedRequest request, Set<OID> missing) {
        return request.oids().stream()
                .map(oid -> new VariableBinding(oid, missing.contains(oid) ? Null.noSuchInstance : new Gauge32(1)))
                .toList();
    }

    @Test
    void asksEveryObjectOnceWithItsWitnessBesideIt() {
        var plan = plan(60);

        assertThat(asked(plan))
                .filteredOn(oid -> oid.toString().startsWith(IN_OCTETS))
                .hasSize(60)
                .doesNotHaveDuplicates();
        for (PlannedRequest request : plan.requests()) {
            assertThat(request.oids()).startsWith(PollPlan.SYS_UP_TIME);
            for (OID oid : request.oids()) {
                if (oid.toString().startsWith(OUT_OCTETS)) {
                    assertThat(request.oids()).contains(new OID(DISCONTINUITY).append(oid.last()));
                }
            }
        }
    }

    @Test
    void asksNoMoreForWitnessesThatTheDeviceDoesNotHave() {
        var plan = plan(2);
        var missing = Set.of(PollPlan.IF_TABLE_LAST_CHANGE, new OID(DISCONTINUITY).append(2));

        plan.leaveOutMissing(0, answer(plan.requests().getFirst(), missing));

        assertThat(asked(plan))
                .doesNotContainAnyElementsOf(missing)
                .contains(new OID(DISCONTINUITY).append(1), new OID(IN_OCTETS + 2), new OID(OUT_OCTETS + 2));
        var request = plan.requests().getFirst();
        assertThat(request.roles()).hasSameSizeAs(request.oids());
        assertThat(request.roles()[request.oids().indexOf(new OID(OUT_OCTETS + 2))])
                .isEqualTo(3);
    }

    @Test
    void goesOnAskingForAnObjectThatIsMissingNow() {
        var plan = plan(1);
        var before = asked(plan);

        plan.leaveOutMissing(0, answer(plan.requests().getFirst(), Set.of(new OID(IN_OCTETS + 1))));

        assertThat(asked(plan)).isEqualTo(before);
    }

    @Test
    void halvesARequestUntilItAsksForOneObject() {
        var plan = plan(2);
        var before = Set.copyOf(asked(plan));

        while (plan.halve(0)) {
            // Halving is in the condition.
        }

        assertThat(plan.requests().getFirst().oids()).hasSize(2);
        assertThat(Set.copyOf(asked(plan))).isEqualTo(before);
    }
}
