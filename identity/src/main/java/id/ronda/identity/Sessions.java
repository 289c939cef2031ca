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

    /**
     * Ends one's own session; true if there was one. Dead at once in this process.
     *
     * @param self who ends it, as the trail tells
     */
    Future<Boolean> revoke(Caller.Person self, SessionId id);

    /**
     * Ends all sessions of an account; how many. Those of an account that he could not edit are refused.
     *
     * @param by who ends them, as the trail tells
     */
    Future<Change<Integer>> revokeAll(Caller by, AccountId account);
}
