package id.ronda.kernel.tls;

import java.util.Locale;

/** Why a certificate cannot be used; each is counted under its own name. */
public enum TlsFault {
    /** A file is absent or may not be read by the server. */
    UNREADABLE,
    /** Anybody on the machine can read the key. */
    OPEN_TO_OTHERS,
    /** What is in the files is no certificate and key, or the password is wrong. */
    MALFORMED,
    /** The key belongs to another certificate. */
    MISMATCH;

    /** As counters and logs name it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
