package id.ronda.collector.snmp;

import java.util.concurrent.TimeUnit;

/**
 * What is known of an engine's boots and time (RFC 3414 2.3). Each device has its own, by address: engine ids are not unique in
 * the field, and two devices with one id would else set each other's clock.
 */
final class EngineClock {
    private static final int WINDOW_SECONDS = 150;
    private static final int LAST_BOOT = Integer.MAX_VALUE;

    private int boots;
    private int seconds;
    private long atNanos;
    private boolean known;
    private boolean trusted;

    /** An unsigned word about the time: used for asking until a signed one comes, never for judging. False if that has come. */
    boolean guess(int newBoots, int newSeconds, long nowNanos) {
        if (!trusted) {
            set(newBoots, newSeconds, nowNanos);
        }
        return !trusted;
    }

    /** A signed word that answers a request of ours, whose random id makes it fresh; it holds even if it goes back. */
    void synchronise(int newBoots, int newSeconds, long nowNanos) {
        set(newBoots, newSeconds, nowNanos);
        trusted = true;
    }

    /** Whether a signed message of that time is inside the window (RFC 3414 3.2 7b); a later time is taken over. */
    boolean accepts(int messageBoots, int messageSeconds, long nowNanos) {
        if (!trusted || messageBoots > boots || (messageBoots == boots && messageSeconds > seconds(nowNanos))) {
            synchronise(messageBoots, messageSeconds, nowNanos);
        }
        return boots != LAST_BOOT && messageBoots == boots && messageSeconds >= seconds(nowNanos) - WINDOW_SECONDS;
    }

    /** Starts again from the next word, signed or not. */
    void forget() {
        trusted = false;
        known = false;
        boots = 0;
    }

    private void set(int newBoots, int newSeconds, long nowNanos) {
        known = true;
        boots = newBoots;
        seconds = newSeconds;
        atNanos = nowNanos;
    }

    int boots() {
        return boots;
    }

    int seconds(long nowNanos) {
        return known ? seconds + (int) TimeUnit.NANOSECONDS.toSeconds(nowNanos - atNanos) : 0;
    }
}
