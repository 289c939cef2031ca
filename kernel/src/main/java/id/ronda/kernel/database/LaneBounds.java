package id.ronda.kernel.database;

import java.time.Duration;

/**
 * The bounds of one lane.
 *
 * @param connections connections of the pool, at least 1
 * @param queue how many callers may wait for a connection before the next is refused
 * @param turnTimeout how long a caller waits for its turn before it is told that the lane is busy
 * @param connectTimeout how long one attempt to get a connection may take before the database counts as away; the pool's
 *     floor is 250 ms
 */
public record LaneBounds(int connections, int queue, Duration turnTimeout, Duration connectTimeout) {

    public LaneBounds {
        if (connections < 1 || queue < 0) {
            throw new IllegalArgumentException("a lane needs at least one connection and a queue of 0 or more, not "
                    + connections + " and " + queue);
        }
    }

    /** The usual patience: 10 s for the turn, 5 s for the connection. */
    public static LaneBounds of(int connections, int queue) {
        return new LaneBounds(connections, queue, Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
