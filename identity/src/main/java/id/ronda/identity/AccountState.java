package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an account can be used now. */
public enum AccountState {
    /** It can. */
    ACTIVE,
    /** Somebody switched it off. */
    DISABLED,
    /** Its time has not come yet. */
    NOT_YET,
    /** Its time is over. */
    EXPIRED;

    /**
     * The state at a moment.
     *
     * @param from when its time begins, null: always
     * @param until when it ends, exclusive, null: never
     */
    public static AccountState at(Instant now, boolean disabled, @Nullable Instant from, @Nullable Instant until) {
        if (disabled) {
            return DISABLED;
        }
        if (from != null && now.isBefore(from)) {
            return NOT_YET;
        }
        return until != null && !now.isBefore(until) ? EXPIRED : ACTIVE;
    }
}
