package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.GapReason;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.snmp.SnmpReply.Answered;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

final class SampleReaderTest {

    private static final long SECOND = 1_000_000_000L;
    private static final OID IN_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.6.3");
    private static final OID DISCONTINUITY = new OID("1.3.6.1.2.1.31.1.1.1.19.3");
    private static final OID TEMPERATURE = new OID("1.3.6.1.4.1.14988.1.1.3.10.0");

    private final PollPlan plan = new PollPlan(
            List.of(
                    new PolledObject(
                            IN_OCTETS,
                            "if.in.octets",
                            "ether3",
                            "ether3",
                            "By/s",
                            ObjectKind.COUNTER64,
                            v -> Double.NaN,
                            null,
                            1e6),
                    new PolledObject(
                            TEMPERATURE,
                            "temperature",
                            "",
                            "Temperature",
                            "Cel",
                            ObjectKind.GAUGE,
                            v -> v.toLong() / 10.0,
                            null,
                            Double.NaN)),
            new int[] {31, 32});
    private final SampleReader reader =
            new SampleReader(plan, new UptimeWatch(), new PollCounters(new SimpleMeterRegistry()));
    private final Map<OID, Variable> device = new HashMap<>(Map.of(
            PollPlan.SYS_UP_TIME,
            new TimeTicks(100_000),
            PollPlan.IF_TABLE_LAST_CHANGE,
            new TimeTicks(70),
            DISCONTINUITY,
            new TimeTicks(0),
            IN_OCTETS,
            new Counter64(1_000_000),
            TEMPERATURE,
            new Gauge32(415)));

    private SlotSamples poll(long atSecond, boolean stale) {
        var slot = new SlotSamples(plan.size());
        for (var request : plan.requests()) {
            var bindings = request.oids().stream()
                    .map(oid -> new VariableBinding(oid, device.getOrDefault(oid, Null.noSuchInstance)))
                    .toList();
            assertThat(reader.read(request, new Answered(bindings, atSecond * SECOND, atSecond * SECOND), stale, slot))
                    .isTrue();
        }
        return slot;
    }

    @Test
    void aGaugeIsASampleAtOnceAndARateAtTheSecondAnswer() {
        var first = poll(0, false);
        assertThat(first.group(7, 1_000, plan).series()).containsExactly(32);
        assertThat(first.group(7, 1_000, plan).values()).containsExactly(41.5);
        assertThat(first.reason(0))
                .as("the first answer of a counter is no gap")
                .isNull();

        device.put(IN_OCTETS, new Counter64(4_000_000));
        var second = poll(30, false).group(7, 31_000, plan);
        assertThat(second.series()).containsExactly(31, 32);
        assertThat(second.values()).containsExactly(100_000, 41.5);
    }

    @Test
    void aMissingObjectIsAReasonOfItsOwnAndFailsNothingElse() {
        device.remove(TEMPERATURE);
        poll(0, false);
        device.put(IN_OCTETS, new Counter64(1_000_030));
        var slot = poll(30, false);
        assertThat(slot.reason(1)).isEqualTo(GapReason.MISSING_OBJECT);
        assertThat(slot.group(7, 31_000, plan).values()).containsExactly(1);
    }

    @Test
    void aRestartStartsTheCountersAnewAndNamesTheGap() {
        poll(0, false);
        device.put(PollPlan.SYS_UP_TIME, new TimeTicks(500));
        device.put(IN_OCTETS, new Counter64(1_000_500));
        var slot = poll(30, false);
        assertThat(slot.restarted()).isTrue();
        assertThat(slot.reason(0)).isEqualTo(GapReason.DISCONTINUITY);
        assertThat(slot.group(7, 31_000, plan).series())
                .as("what is no interface's goes on")
                .containsExactly(32);
    }

    @Test
    void aDiscontinuityOfOneInterfaceStartsItsCountersAnew() {
        poll(0, false);
        device.put(DISCONTINUITY, new TimeTicks(99_000));
        device.put(IN_OCTETS, new Counter64(1_000_500));
        var slot = poll(30, false);
        assertThat(slot.count()).isEqualTo(1);
        assertThat(slot.reason(0)).isEqualTo(GapReason.DISCONTINUITY);
        device.put(IN_OCTETS, new Counter64(1_000_560));
        assertThat(poll(60, false).group(7, 61_000, plan).values()).containsExactly(2, 41.5);
    }

    @Test
    void aRateFasterThanTheLineIsAGap() {
        poll(0, false);
        device.put(IN_OCTETS, new Counter64(1_000_000 + 31_000_000));
        assertThat(poll(30, false).reason(0)).isEqualTo(GapReason.DISCONTINUITY);
    }

    @Test
    void anInterfaceWhoseNumberMayBeAnothersGivesNothing() {
        poll(0, false);
        assertThat(poll(30, true).reason(0)).isEqualTo(GapReason.DISCONTINUITY);
    }

    @Test
    void anAnswerThatIsNoNumberIsMalformed() {
        device.put(IN_OCTETS, new OctetString("many"));
        assertThat(poll(0, false).reason(0)).isEqualTo(GapReason.MALFORMED);
    }

    @Test
    void anAnswerToAnotherRequestIsRefused() {
        var request = plan.requests().get(0);
        var other = List.of(new VariableBinding(TEMPERATURE, new Gauge32(1)));
        assertThat(reader.read(request, new Answered(other, 0, 0), false, new SlotSamples(plan.size())))
                .isFalse();
    }
}
