package id.ronda.collector.poll;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one slot of one device gave: for each object of the plan a value, or the reason why there is none, or neither for the first answer of a counter. */
final class SlotSamples {

    private final double[] values;
    private final @Nullable GapReason[] reasons;
    private int count;
    private boolean restarted;
    private boolean interfaceChanged;
    private long tableChange = -1;

    SlotSamples(int size) {
        values = new double[size];
        reasons = new @Nullable GapReason[size];
        Arrays.fill(values, Double.NaN);
    }

    void value(int i, double value) {
        values[i] = value;
        count++;
    }

    void missing(int i, GapReason reason) {
        reasons[i] = reason;
    }

    /** Gives every object without a value or a reason that reason. */
    void missingFrom(int[] roles, GapReason reason) {
        for (int role : roles) {
            if (role >= 0 && reasons[role] == null && Double.isNaN(values[role])) {
                reasons[role] = reason;
            }
        }
    }

    @Nullable
    GapReason reason(int i) {
        return reasons[i];
    }

    void restarted(boolean now) {
        restarted |= now;
    }

    boolean restarted() {
        return restarted;
    }

    /** An interface went up or down, which may have changed its speed. */
    void interfaceChanged() {
        interfaceChanged = true;
    }

    boolean hasInterfaceChanged() {
        return interfaceChanged;
    }

    void tableChange(long ticks) {
        tableChange = ticks;
    }

    /** ifTableLastChange, −1 if the device does not tell. */
    long tableChange() {
        return tableChange;
    }

    /** Number of values. */
    int count() {
        return count;
    }

    /** The values as they go into the spool. */
    SampleGroup group(long device, long slot, PollPlan plan) {
        int[] series = new int[count];
        double[] numbers = new double[count];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                series[n] = plan.series(i);
                numbers[n++] = values[i];
            }
        }
        return new SampleGroup(device, slot, series, numbers);
    }
}
