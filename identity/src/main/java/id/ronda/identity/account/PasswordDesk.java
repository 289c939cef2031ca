package id.ronda.identity.account;

import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Credential;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.Reason;
import id.ronda.identity.UnitId;
import id.ronda.identity.credential.RandomWord;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where passwords are made, reset and changed. */
final class PasswordDesk {

    private static final Duration ONE_TIME = Duration.ofDays(3);

    private final Parts parts;
    private final PasswordRules rules = new PasswordRules();

    PasswordDesk(Parts parts) {
        this.parts = parts;
    }

    /** Makes an account with a one-time password. */
    Future<Change<OneTimePassword>> create(Caller by, AccountDraft draft) {
        return withOneTime(by, (handle, password, hash, until) -> {
            if (draft.unit() != null
                    && parts.accounts().unitName(handle, draft.unit()).isEmpty()) {
                return Change.refused("/unit", Reason.UNKNOWN_UNIT);
            }
            return parts.accounts()
                    .insert(handle, draft, hash, until)
                    .<Change<OneTimePassword>>map(id -> done(handle, id, password, until))
                    .orElseGet(() -> Change.refused("/name", Reason.NAME_TAKEN));
        });
    }

    Future<Change<OneTimePassword>> reset(Caller by, AccountId id) {
        return withOneTime(by, (handle, password, hash, until) -> {
            Optional<AccountRow> known = parts.accounts().lock(handle, id);
            if (known.isEmpty() || !ReachRows.sees(by, known.get().account())) {
                return new Change.Unknown<>();
            }
            if (!ReachRows.covers(handle, by, id)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            parts.accounts().setPassword(handle, id, hash, true, until);
            parts.sessions().deleteAll(handle, id);
            parts.callers().forgetAfter(handle);
            return done(handle, id, password, until);
        });
    }

    @FunctionalInterface
    private interface OneTime {
        Change<OneTimePassword> use(Handle handle, Secret password, PasswordHash hash, Instant until);
    }

    private Future<Change<OneTimePassword>> withOneTime(Caller by, OneTime use) {
        return parts.room().<Change<OneTimePassword>>enter(new Change.Busy<>(), () -> {
            Secret password = RandomWord.forPeople(parts.random());
            Optional<PasswordHash> hash = parts.hashers().hash(password);
            if (hash.isEmpty()) {
                return new Change.Busy<>();
            }
            Instant until = parts.clock().instant().plus(ONE_TIME);
            return parts.acting().run(by, handle -> use.use(handle, password, hash.get(), until));
        });
    }

    private Change<OneTimePassword> done(Handle handle, AccountId id, Secret password, Instant until) {
        Account account = parts.accounts().find(handle, id).orElseThrow().account();
        return new Change.Done<>(new OneTimePassword(account, password, until));
    }

    Future<Change<Account>> change(Caller.Person self, Secret old, Secret fresh) {
        return self.isPresent()
                ? parts.room().enter(new Change.Busy<>(), () -> changed(self, old, fresh))
                : Future.succeededFuture(Change.refused("", Reason.SESSION_REQUIRED));
    }

    private Change<Account> changed(Caller.Person self, Secret old, Secret fresh) {
        String key = GuessStore.change(self.account());
        AccountRow row = parts.database()
                .run(
                        Lane.EDITS,
                        handle -> parts.accounts().find(handle, self.account()).orElseThrow());
        Optional<PasswordHash> stored = Optional.ofNullable(row.hash());
        boolean waits = parts.database()
                .run(
                        Lane.EDITS,
                        handle -> parts.guesses()
                                .admit(handle, key, parts.clock().instant())
                                .isPresent());
        if (waits || stored.isEmpty()) {
            return Change.refused("/old", waits ? Reason.TRY_LATER : Reason.PASSWORD_WRONG);
        }
        Optional<Boolean> right = parts.hashers().matches(PasswordRules.normalised(old), stored);
        if (right.isEmpty()) {
            parts.database().run(Lane.EDITS, handle -> {
                parts.guesses().undo(handle, key, parts.clock().instant());
                return true;
            });
            return new Change.Busy<>();
        }
        return right.get()
                ? changed(self, row, stored.get(), PasswordRules.normalised(old), PasswordRules.normalised(fresh))
                : Change.refused("/old", Reason.PASSWORD_WRONG);
    }

    private Change<Account> changed(Caller.Person self, AccountRow row, PasswordHash stored, Secret old, Secret fresh) {
        if (fresh.equals(old)) {
            return Change.refused("/new", Reason.PASSWORD_UNCHANGED);
        }
        List<String> own = ownWords(row);
        Optional<Optional<Reason>> judged = parts.hashers().compute(() -> rules.judge(fresh, own));
        Optional<PasswordHash> hash =
                judged.isPresent() && judged.get().isEmpty() ? parts.hashers().hash(fresh) : Optional.empty();
        if (judged.isPresent() && judged.get().isPresent()) {
            return Change.refused("/new", judged.get().get());
        }
        return hash.isEmpty() ? new Change.Busy<>() : stored(self, stored, hash.get());
    }

    private List<String> ownWords(AccountRow row) {
        AccountDraft draft = row.account().draft();
        List<String> words = new ArrayList<>(AccountForm.ownWords(draft));
        UnitId unit = draft.unit();
        if (unit != null) {
            parts.database()
                    .run(Lane.EDITS, handle -> parts.accounts().unitName(handle, unit))
                    .ifPresent(words::add);
        }
        return words;
    }

    private Change<Account> stored(Caller.Person self, PasswordHash before, PasswordHash hash) {
        return parts.acting().run(self, handle -> {
            if (!parts.accounts().isStill(handle, self.account(), before)) {
                return Change.refused("/old", Reason.PASSWORD_WRONG);
            }
            parts.accounts().setPassword(handle, self.account(), hash, false, null);
            parts.guesses()
                    .forgive(
                            handle,
                            GuessStore.change(self.account()),
                            parts.clock().instant());
            endOthers(handle, self);
            parts.callers().forgetAfter(handle);
            return new Change.Done<>(
                    parts.accounts().find(handle, self.account()).orElseThrow().account());
        });
    }

    private void endOthers(Handle handle, Caller.Person self) {
        if (self.by() instanceof Credential.OfSession session) {
            parts.sessions().deleteOthers(handle, self.account(), session.id());
        } else {
            parts.sessions().deleteAll(handle, self.account());
        }
    }
}
