package id.ronda.identity;

import id.ronda.kernel.Secret;
import java.time.Duration;

/** What came of a sign-in. */
public sealed interface SignIn {

    /**
     * He is in.
     *
     * @param session the new id for the session cookie; those before it are worth nothing
     * @param deviceCookie for a lasting cookie of this device, HttpOnly, on the sign-in paths only
     * @param mustChangePassword he may nothing else before he has
     */
    record SignedIn(AccountId account, Secret session, Secret deviceCookie, boolean mustChangePassword)
            implements SignIn {}

    /**
     * The password was right; a code is still to come, within five minutes.
     *
     * @param pending what the second step gives back; it opens nothing by itself
     */
    record SecondFactorNeeded(Secret pending) implements SignIn {}

    /** Name, password or code are wrong, or the account cannot be used. The reason is for the trail and must not be told. */
    record Refused(Refusal reason) implements SignIn {}

    /** Too many failures; nothing was tried. */
    record Delayed(Duration retryAfter) implements SignIn {}

    /** The machine has too many sign-ins to do; nothing was tried. */
    record Busy() implements SignIn {}
}
