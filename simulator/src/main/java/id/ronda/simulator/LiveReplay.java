package id.ronda.simulator;

import java.time.Duration;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Lets a recording go on. Only sysUpTime and the counters of IF-MIB move: elsewhere devices send plain readings as
 * Counter32, and a temperature must not climb for ever.
 */
final class LiveReplay {
    static final Oid SYS_UP_TIME = Oid.of("1.3.6.1.2.1.1.3.0");
    private static final Oid IF_ENTRY = Oid.of("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_X_ENTRY = Oid.of("1.3.6.1.2.1.31.1.1.1");
    private static final Duration UNKNOWN_UPTIME = Duration.ofDays(10);

    private final SequencedMap<Oid, ServedValue> recorded;
    private final long uptimeSeconds;

    LiveReplay(SequencedMap<Oid, ServedValue> recorded) {
        this.recorded = recorded;
        this.uptimeSeconds = Math.max(1, uptime(recorded).toSeconds());
    }

    /** How long the recorded device had been running; 10 days where the walk does not say. */
    static Duration uptime(SequencedMap<Oid, ServedValue> recorded) {
        return recorded.get(SYS_UP_TIME) instanceof ServedValue.Constant ticks && ticks.syntax() == Syntax.TIME_TICKS
                ? Duration.ofMillis(ticks.number() * 10)
                : UNKNOWN_UPTIME;
    }

    ObjectTree tree() {
        TreeMap<Oid, ServedValue> live = new TreeMap<>(recorded);
        live.replaceAll(this::revived);
        return ObjectTree.of(live);
    }

    private ServedValue revived(Oid oid, ServedValue value) {
        if (!(value instanceof ServedValue.Constant constant)) {
            return value;
        }
        if (oid.equals(SYS_UP_TIME) && value.syntax() == Syntax.TIME_TICKS) {
            return ServedValue.changing(Syntax.TIME_TICKS, Moment::uptimeTicks);
        }
        return isInterfaceCounter(oid, value.syntax()) ? counter(constant) : value;
    }

    private static boolean isInterfaceCounter(Oid oid, Syntax syntax) {
        return (syntax == Syntax.COUNTER32 || syntax == Syntax.COUNTER64)
                && (oid.startsWith(IF_ENTRY) || oid.startsWith(IF_X_ENTRY));
    }

    private ServedValue counter(ServedValue.Constant recordedValue) {
        long start = recordedValue.number();
        long rate = Long.divideUnsigned(start, uptimeSeconds);
        // After a reboot there is no start: the counter begins at 0, and so does the uptime it is a function of.
        return ServedValue.changing(
                recordedValue.syntax(),
                moment -> (moment.boots() > 0 ? 0 : start - rate * uptimeSeconds) + moment.counted(rate));
    }
}
