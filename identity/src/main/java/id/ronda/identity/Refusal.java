package id.ronda.identity;

import java.util.Locale;

/** Why a sign-in was refused: for the trail and the counters only. Outside all of them are one and the same answer. */
public enum Refusal {
    UNKNOWN_ACCOUNT,
    WRONG_PASSWORD,
    NO_PASSWORD,
    PASSWORD_EXPIRED,
    DISABLED,
    NOT_YET_VALID,
    EXPIRED,
    CHANGED_MEANWHILE,
    WRONG_CODE,
    NO_SUCH_SIGN_IN,
    /** A provider knows the person, and no account is linked to him. */
    NO_LINKED_ACCOUNT,
    /** An account was to be made for somebody whom a provider knows, and its name cannot be, or is another's. */
    NAME_NOT_FREE;

    /** Its name in the trail and the counters, such as {@code wrong-password}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
