package id.ronda.kernel.secret;

import org.jspecify.annotations.Nullable;

/** A sealed secret cannot be opened: another key, another place, or changed bytes. The message says which, if known. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
