package id.ronda.identity;

import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import id.ronda.kernel.list.ListField;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.util.Optional;

/** Bearer tokens of scripts. */
public interface Tokens {

    /** By what a list of tokens is filtered and sorted. */
    ListGrammar LIST = ListGrammar.of(
            ListField.id("owner"),
            ListField.text("ownerName"),
            ListField.code("kind"),
            ListField.text("name"),
            ListField.time("createdAt"),
            ListField.time("expiresAt").orNone(),
            ListField.time("lastUsedAt").orNone());

    /** One page of the tokens that {@link #list(Caller, long, int)} shows to this caller, in the words of {@link #LIST}. */
    Future<Page<Token>> list(Caller by, ListQuery query);

    /** Whose token this is; {@link Caller#nobody()} if it is none. A text with a wrong checksum costs no query. */
    Future<Caller> caller(Secret text);

    /** Makes a token in the person's name. Its rights must be among his own; a service's takes {@link Right#TOKEN_SERVICE} too. */
    Future<Change<IssuedToken>> issue(Caller.Person owner, TokenDraft draft);

    /**
     * Up to {@code limit} tokens with an id above {@code after}, in the order of their ids: the caller's own, those of
     * accounts that he edits, and with {@link Right#TOKEN_SERVICE} those of services.
     */
    Future<Page<Token>> list(Caller by, long after, int limit);

    /** Up to {@code limit} tokens of that account, with an id above {@code after}, in the order of their ids. */
    Future<Page<Token>> list(AccountId owner, long after, int limit);

    /** One of the tokens that {@link #list(Caller, long, int)} shows to this caller. */
    Future<Optional<Token>> find(Caller by, TokenId id);

    /** Ends a token. Dead at once in this process. Nobody ends another's that may more than he may himself. */
    Future<Change<TokenId>> revoke(Caller by, TokenId id);
}
