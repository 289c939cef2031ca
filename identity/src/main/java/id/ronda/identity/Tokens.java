package id.ronda.identity;

import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of scripts. */
public interface Tokens {

    /** Whose token this is; {@link Caller#nobody()} if it is none. A text with a wrong checksum costs no query. */
    Future<Caller> caller(Secret text);

    /** Makes a token in the person's name. Its rights must be among his own. */
    Future<Change<IssuedToken>> issue(Caller.Person owner, TokenDraft draft);

    /**
     * Up to {@code limit} tokens with an id above {@code after}, in the order of their ids.
     *
     * @param owner of this account only, or null: of all
     */
    Future<Page<Token>> list(@Nullable AccountId owner, long after, int limit);

    Future<Optional<Token>> find(TokenId id);

    /**
     * Ends a token; true if there was one. Dead at once in this process.
     *
     * @param by who ends it, as the trail tells
     */
    Future<Boolean> revoke(Caller by, TokenId id);
}
