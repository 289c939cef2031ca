package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain over the audit trail.
 *
 * @param position of the last seal; 0 where there is none
 * @param sealedTo time of the last entry that is sealed, null where none is
 * @param waiting entries without a seal; {@link #MOST_WAITING} stands for that many or more
 * @param late whether an entry waits for longer than the sealer needs
 * @param signed the newest checkpoint outside the database, null where there is none
 * @param judged what the last walk over the whole trail saw, null where none has ended since the start
 */
public record AuditSealing(
        long position,
        @Nullable Instant sealedTo,
        long waiting,
        boolean late,
        @Nullable Signed signed,
        @Nullable Judged judged) {

    /** More waiting entries than these are not counted. */
    public static final long MOST_WAITING = 10_000;

    /**
     * A checkpoint.
     *
     * @param number of its line
     * @param position the last seal that it covers
     * @param key the name of the key that signed it
     * @param fits whether the signature is this installation's and the chain has the signed hash at that place
     */
    public record Signed(long number, long position, Instant at, String key, boolean fits) {}

    /** What a walk over the whole trail saw, and when it ended. */
    public record Judged(Instant at, AuditVerdict verdict) {}

    /** In one word. */
    public enum State {
        /** Everything is sealed, and nothing that was looked at is wrong. */
        SEALED,
        /** Entries wait for longer than they should. */
        BEHIND,
        /** Something was changed. */
        BROKEN;

        /** As the API knows it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The state of the chain. */
    public State state() {
        if ((signed != null && !signed.fits())
                || (judged != null && !judged.verdict().intact())) {
            return State.BROKEN;
        }
        return late ? State.BEHIND : State.SEALED;
    }
}
