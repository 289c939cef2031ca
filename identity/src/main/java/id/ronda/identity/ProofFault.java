package id.ronda.identity;

import java.util.Locale;

/** Why a provider's word was not taken. The name is for the trail and the counters; people are told the {@link Advice}. */
public enum ProofFault {
    /** No connection, no answer in time, or an error of its own. */
    PROVIDER_AWAY(Advice.AWAY),
    /** It answers, but not as the standard says: too much, to another address, without what is needed. */
    PROVIDER_UNUSABLE(Advice.AWAY),
    /** It did not let the person in, or the person did not want to. */
    PROVIDER_REFUSED(Advice.REFUSED),
    /** No sign-in was begun in this browser, or it is another one's. */
    ATTEMPT_FOREIGN(Advice.EXPIRED),
    /** It was begun too long ago. */
    ATTEMPT_EXPIRED(Advice.EXPIRED),
    /** Its answer has come before. */
    ATTEMPT_SPENT(Advice.EXPIRED),
    /** The answer is another provider's (RFC 9207). */
    ANSWER_ISSUER(Advice.REFUSED),
    /** The answer is neither a code nor an error. */
    ANSWER_UNREADABLE(Advice.REFUSED),
    /** The provider gives nothing for the code. */
    CODE_REFUSED(Advice.REFUSED),
    TOKEN_UNREADABLE(Advice.REFUSED),
    /** Not signed, or in a way that is not on the list. */
    TOKEN_ALGORITHM(Advice.REFUSED),
    /** Not signed by a key of the provider. */
    TOKEN_SIGNATURE(Advice.REFUSED),
    TOKEN_ISSUER(Advice.REFUSED),
    /** Meant for another program. */
    TOKEN_AUDIENCE(Advice.REFUSED),
    /** Made for another sign-in. */
    TOKEN_NONCE(Advice.REFUSED),
    TOKEN_EXPIRED(Advice.REFUSED),
    /** Issued later than now: a clock is wrong. */
    TOKEN_FROM_FUTURE(Advice.REFUSED),
    /** The person showed himself to the provider longer ago than is allowed here. */
    SIGN_IN_TOO_OLD(Advice.REFUSED),
    /** What else is said of the person is said of another one. */
    SUBJECT_DIFFERS(Advice.REFUSED);

    /** What people are told. */
    public enum Advice {
        /** The provider cannot be used now: come in by password, or later. */
        AWAY,
        /** The provider did not let in, or its word was not taken. */
        REFUSED,
        /** The sign-in has ended before it was done: begin again. */
        EXPIRED
    }

    private final Advice advice;

    ProofFault(Advice advice) {
        this.advice = advice;
    }

    /** What people are told. */
    public Advice advice() {
        return advice;
    }

    /** Its name in the trail and the counters, such as {@code token-nonce}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
