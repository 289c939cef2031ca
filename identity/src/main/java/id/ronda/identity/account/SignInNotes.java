package id.ronda.identity.account;

import id.ronda.identity.SignIn;
import id.ronda.identity.SignInTrail;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts every way a sign-in ends, and tells the trail. */
final class SignInNotes {

    private final SignInTrail trail;
    private final MeterRegistry meters;

    SignInNotes(SignInTrail trail, MeterRegistry meters) {
        this.trail = trail;
        this.meters = meters;
    }

    /** The same result, noted. */
    SignIn noted(String name, String address, SignIn result) {
        note(name, address, outcome(result));
        return result;
    }

    void note(String name, String address, String outcome) {
        count(outcome);
        trail.note(SignInName.forTrail(name), address, outcome);
    }

    /** Where there is no thread on which the trail could be told. */
    void count(String outcome) {
        meters.counter("ronda.sign.in", "outcome", outcome).increment();
    }

    private static String outcome(SignIn result) {
        return switch (result) {
            case SignIn.SignedIn ignored -> "signed-in";
            case SignIn.SecondFactorNeeded ignored -> "second-factor-needed";
            case SignIn.Refused refused -> refused.reason().tag();
            case SignIn.Delayed ignored -> "delayed";
            case SignIn.Busy ignored -> "busy";
        };
    }
}
