package id.ronda.identity;

import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import id.ronda.kernel.list.ListField;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts. Futures complete on the caller's Vert.x context. An account of a unit of which the caller neither reads nor edits
 * accounts is to him as if it were not there. Nobody can edit an account that may more than he may
 * himself: such an edit is {@link Change.Refused} with {@link Reason#BEYOND_OWN_RIGHTS}.
 */
public interface Accounts {

    /** By what a list of accounts is filtered and sorted; {@code q} is a part of the sign-in name, the name or the e-mail address. */
    ListGrammar LIST = ListGrammar.of(
            ListField.words("q"),
            ListField.text("name"),
            ListField.text("displayName"),
            ListField.text("email").orNone(),
            ListField.id("unit").orNone(),
            ListField.code("state"),
            ListField.time("validUntil").orNone(),
            ListField.time("createdAt"),
            ListField.time("lastSignInAt").orNone());

    /** One page of the accounts that the caller sees, in the words of {@link #LIST}. */
    Future<Page<Account>> list(Caller by, ListQuery query);

    /**
     * Up to {@code limit} accounts that match and that the caller sees, with an id above {@code after} (0: from the start), in the
     * order of their ids.
     */
    Future<Page<Account>> list(Caller by, AccountFilter filter, long after, int limit);

    Future<Optional<Account>> find(Caller by, AccountId id);

    /** The account of that sign-in name, whatever its case. */
    Future<Optional<Account>> find(Caller by, String name);

    /** Makes an account with a password that must be changed; whoever makes it never chooses it. */
    Future<Change<OneTimePassword>> create(Caller by, AccountDraft draft);

    /**
     * Edits an account. Another unit is a move: it goes through {@link #move}.
     *
     * @param revision the one the edit was made on
     */
    Future<Change<Account>> edit(Caller by, AccountId id, long revision, AccountDraft draft);

    /** Gives another password, valid for three days, and ends all sessions. */
    Future<Change<OneTimePassword>> resetPassword(Caller by, AccountId id);

    /** Changes one's own password and ends one's other sessions. Guesses at the old one are slowed down as sign-ins are. */
    Future<Change<Account>> changePassword(Caller.Person self, Secret old, Secret fresh);

    /** Everything that is in that person's name now; empty if there is no such account. */
    Future<Optional<List<Belonging>>> belongings(Caller by, AccountId id);

    /** Switches an account off; its sessions and tokens are dead at once. Asks for the fate of each belonging first. */
    Future<HandoverResult> disable(Caller by, AccountId id, List<HandoverDecision> decisions);

    /** Moves a person to another unit, or to none. Asks for the fate of each belonging first. */
    Future<HandoverResult> move(Caller by, AccountId id, @Nullable UnitId unit, List<HandoverDecision> decisions);

    /** Switches an account on again. */
    Future<Change<Account>> enable(Caller by, AccountId id);
}
