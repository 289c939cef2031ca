package id.ronda.identity;

import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.util.List;

/** The second step of signing in: codes of an authenticator (RFC 6238). Offered to everybody, forced on nobody. */
public interface SecondFactors {

    /**
     * What an authenticator takes in.
     *
     * @param secret base32, for typing
     * @param uri {@code otpauth://totp/…}, for a QR code
     */
    record Enrolment(Secret secret, Secret uri) {}

    /**
     * How it stands with an account.
     *
     * @param on whether signing in asks for a code
     * @param recoveryCodesLeft how many of them were not used yet
     */
    record State(boolean on, int recoveryCodesLeft) {}

    /**
     * Begins; until it is confirmed, signing in asks for no code. A second call replaces the first. Refused to a session that is
     * older than ten minutes: who sits at a foreign one must not lock its owner out.
     */
    Future<Change<Enrolment>> begin(Caller.Person self);

    /** Confirms with a first code; gives ten recovery codes, each good once, shown once. */
    Future<Change<List<Secret>>> confirm(Caller.Person self, String code);

    /** Makes ten new recovery codes; the old ones end. */
    Future<Change<List<Secret>>> renewRecoveryCodes(Caller.Person self, String code);

    /** Ends one's own second step. */
    Future<Change<AccountId>> remove(Caller.Person self, String code);

    /** Ends that of another, who lost his telephone; his sessions end too. Nobody does this for himself. */
    Future<Change<AccountId>> removeFor(Caller by, AccountId account);

    /** How it stands with an account now. */
    Future<State> state(AccountId account);
}
