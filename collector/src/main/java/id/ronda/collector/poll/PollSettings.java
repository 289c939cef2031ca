package id.ronda.collector.poll;

import java.time.Duration;

/**
 * How the poller behaves.
 *
 * @param looksAtOnce devices looked at (discovered) at the same time
 * @param lookAgain after how long a device is looked at again without a cause
 * @param lookAtMost least time between two looks because of the interface table
 */
public record PollSettings(int looksAtOnce, Duration lookAgain, Duration lookAtMost) {

    public static final PollSettings DEFAULT = new PollSettings(64, Duration.ofDays(1), Duration.ofMinutes(1));
}
