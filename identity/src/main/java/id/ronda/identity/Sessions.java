package id.ronda.identity;

import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.util.List;

/**
 * The sessions of people in their browsers. A session ends 30 minutes after it was last used and 12 hours after its
 * beginning, if not configured otherwise.
 */
public interface Sessions {

    /** Whose session this is; {@link Caller#nobody()} if it is none. */
    Future<Caller> caller(Secret session);

    /** The live sessions of an account, newest first. */
    Future<List<Session>> of(AccountId account);

    /** Ends one session of that account; true if there was one. Dead at once in this process. */
    Future<Boolean> revoke(AccountId account, SessionId id);

    /** Ends all sessions of that account; how many. */
    Future<Integer> revokeAll(AccountId account);
}
