package id.ronda.collector.device;

import java.time.Instant;
import java.util.Optional;

/** The newest sample of a series by its id, out of memory. */
@FunctionalInterface
public interface NewestSamples {

    /** Empty if no sample was stored since the start of the program. */
    Optional<Newest> of(int series);

    /**
     * A sample.
     *
     * @param slot the time it stands for
     * @param since the first slot since the start from which on the value was the same
     */
    record Newest(double value, Instant slot, Instant since) {}
}
