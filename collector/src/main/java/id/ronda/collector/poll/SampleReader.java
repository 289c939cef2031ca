package id.ronda.collector.poll;

import id.ronda.collector.GapReason;
import id.ronda.collector.poll.PollPlan.PlannedRequest;
import id.ronda.collector.reading.CounterTrack.Outcome;
import id.ronda.collector.reading.NumericValue;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.snmp.SnmpReply.Answered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.smi.AssignableFromLong;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * Makes samples of the answer to one planned request. Reads in two rounds: first what judges the counters (sysUpTime and the
 * discontinuity times), then the objects themselves.
 */
final class SampleReader {

    private final PollPlan plan;
    private final UptimeWatch uptime;
    private final PollCounters counted;
    private final Map<Integer, Double> states = new HashMap<>();

    SampleReader(PollPlan plan, UptimeWatch uptime, PollCounters counted) {
        this.plan = plan;
        this.uptime = uptime;
        this.counted = counted;
    }

    /**
     * Reads one answer into {@code slot}.
     *
     * @param stale whether the interfaces may have changed their numbers, so that theirs are nobody's values
     * @return false if the answer is not one to this request
     */
    boolean read(PlannedRequest request, Answered answer, boolean stale, SlotSamples slot) {
        var bindings = answer.bindings();
        if (!answers(request, bindings)) {
            return false;
        }
        int[] roles = request.roles();
        for (int i = 0; i < roles.length; i++) {
            judge(roles[i], bindings.get(i).getVariable(), answer.answeredNanos(), slot);
        }
        long moment = moment(request, answer);
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] >= 0) {
                take(roles[i], bindings.get(i).getVariable(), moment, stale || slot.restarted(), slot);
            }
        }
        return true;
    }

    /** Every request begins with sysUpTime; not every device has it. */
    private long moment(PlannedRequest request, Answered answer) {
        var first = answer.bindings().get(0).getVariable();
        return request.roles()[0] == PollPlan.ROLE_UPTIME && !first.isException() && first instanceof AssignableFromLong
                ? uptime.clock().moment(first.toLong(), answer.sentNanos(), answer.answeredNanos())
                : answer.answeredNanos();
    }

    private static boolean answers(PlannedRequest request, List<VariableBinding> bindings) {
        if (bindings.size() != request.oids().size()) {
            return false;
        }
        for (int i = 0; i < bindings.size(); i++) {
            if (!bindings.get(i).getOid().equals(request.oids().get(i))) {
                return false;
            }
        }
        return true;
    }

    private void judge(int role, Variable variable, long nanos, SlotSamples slot) {
        if (role >= 0 || variable.isException() || !(variable instanceof AssignableFromLong)) {
            return;
        }
        long ticks = variable.toLong();
        if (role == PollPlan.ROLE_UPTIME) {
            judgeUptime(ticks, nanos, slot);
        } else if (role == PollPlan.ROLE_TABLE_CHANGE) {
            slot.tableChange(ticks);
        } else if (plan.discontinued(PollPlan.ROLE_GUARD - role, ticks)) {
            counted.discontinuity();
        }
    }

    private void judgeUptime(long ticks, long nanos, SlotSamples slot) {
        if (uptime.restarted(ticks, nanos)) {
            plan.counters().forgetAll();
            counted.restart();
            slot.restarted(true);
        }
    }

    private void take(int i, Variable variable, long nanos, boolean stale, SlotSamples slot) {
        if (variable.isException()) {
            slot.missing(i, GapReason.MISSING_OBJECT);
        } else if (stale && PollPlan.isOfInterface(plan.object(i).oid())) {
            slot.missing(i, GapReason.DISCONTINUITY);
        } else if (plan.kind(i).isCounter()) {
            takeCounter(i, variable, nanos, slot);
        } else {
            takeGauge(i, variable, slot);
        }
    }

    private void takeGauge(int i, Variable variable, SlotSamples slot) {
        double value = plan.object(i).decoder().decode(variable);
        if (Double.isFinite(value)) {
            slot.value(i, value);
            noteState(i, value, slot);
        } else {
            slot.missing(i, GapReason.MISSING_OBJECT);
        }
    }

    private void noteState(int i, double value, SlotSamples slot) {
        if (plan.kind(i) == ObjectKind.STATE
                && PollPlan.isOfInterface(plan.object(i).oid())) {
            Double before = states.put(i, value);
            if (before != null && before != value) {
                slot.interfaceChanged();
            }
        }
    }

    private void takeCounter(int i, Variable variable, long nanos, SlotSamples slot) {
        var object = plan.object(i);
        if (!isNumber(object.kind(), variable)) {
            slot.missing(i, GapReason.MALFORMED);
            return;
        }
        var outcome = plan.counters().observe(i, object.kind(), bits(object.kind(), variable), nanos, object.ceiling());
        switch (outcome) {
            case RATE -> takeRate(i, object.decoder().ofRate(plan.counters().rate()), slot);
            case FIRST -> {}
            case FORGOTTEN -> slot.missing(i, GapReason.DISCONTINUITY);
            case RESET, TOO_FAST -> {
                counted.refusedRate(outcome == Outcome.TOO_FAST);
                slot.missing(i, GapReason.DISCONTINUITY);
            }
        }
    }

    private static boolean isNumber(ObjectKind kind, Variable variable) {
        return kind == ObjectKind.COUNTER_REAL
                ? Double.isFinite(NumericValue.of(variable))
                : variable instanceof AssignableFromLong;
    }

    private static long bits(ObjectKind kind, Variable variable) {
        return kind == ObjectKind.COUNTER_REAL ? Double.doubleToLongBits(NumericValue.of(variable)) : variable.toLong();
    }

    private void takeRate(int i, double value, SlotSamples slot) {
        if (Double.isFinite(value)) {
            slot.value(i, value);
        } else {
            counted.refusedRate(true);
            slot.missing(i, GapReason.DISCONTINUITY);
        }
    }
}
