package id.ronda.identity.account;

import id.ronda.identity.Account;
import id.ronda.identity.AccountId;
import id.ronda.identity.AccountState;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.Belonging;
import id.ronda.identity.Belongings;
import id.ronda.identity.Caller;
import id.ronda.identity.FieldReason;
import id.ronda.identity.HandoverDecision;
import id.ronda.identity.HandoverResult;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.UnitId;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.store.GrantRows;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Serah terima: nobody goes before it is said what becomes of everything in his name. */
final class HandoverDesk {

    private final Parts parts;
    private final AdministratorDesk administrators;
    private final List<Belongings> kinds;

    HandoverDesk(Parts parts, AdministratorDesk administrators, List<Belongings> kinds) {
        this.parts = parts;
        this.administrators = administrators;
        this.kinds = List.copyOf(kinds);
    }

    Future<Optional<List<Belonging>>> belongings(Caller by, AccountId id) {
        return parts.database()
                .call(
                        Lane.EDITS,
                        handle -> isSeen(by, parts.accounts().find(handle, id))
                                ? Optional.of(belongings(handle, id))
                                : Optional.empty());
    }

    private static boolean isSeen(Caller by, Optional<AccountRow> found) {
        return found.isPresent() && ReachRows.sees(by, found.get().account());
    }

    private List<Belonging> belongings(Handle handle, AccountId id) throws Exception {
        List<Belonging> all = new ArrayList<>();
        for (Belongings kind : kinds) {
            all.addAll(kind.of(id).in(handle));
        }
        return all;
    }

    Future<HandoverResult> disable(Caller by, AccountId id, List<HandoverDecision> decisions) {
        return handOver(by, id, decisions, false, handle -> {
            parts.accounts().disable(handle, id);
            parts.sessions().deleteAll(handle, id);
        });
    }

    Future<HandoverResult> move(Caller by, AccountId id, @Nullable UnitId unit, List<HandoverDecision> decisions) {
        return parts.acting().call(by, handle -> {
            if (unit != null && parts.accounts().unitName(handle, unit).isEmpty()) {
                return refused("/unit", Reason.UNKNOWN_UNIT);
            }
            if (!by.can(Right.USER_WRITE, unit)) {
                return refused("/unit", Reason.BEYOND_OWN_RIGHTS);
            }
            return handOver(
                    handle, by, id, decisions, true, inside -> parts.accounts().move(inside, id, unit));
        });
    }

    private Future<HandoverResult> handOver(
            Caller by, AccountId id, List<HandoverDecision> decisions, boolean stays, Consumer<Handle> departure) {
        return parts.acting()
                .call(
                        by,
                        handle -> administrators.keeping(
                                handle,
                                () -> handOver(handle, by, id, decisions, stays, departure),
                                reason -> refused("", reason)));
    }

    private HandoverResult handOver(
            Handle handle,
            Caller by,
            AccountId id,
            List<HandoverDecision> decisions,
            boolean stays,
            Consumer<Handle> departure)
            throws Exception {
        if (!isSeen(by, parts.accounts().lock(handle, id))) {
            return new HandoverResult.Unknown();
        }
        if (!ReachRows.covers(handle, by, id)) {
            return refused("", Reason.BEYOND_OWN_RIGHTS);
        }
        List<Belonging> belongings = belongings(handle, id);
        Optional<HandoverResult> fault =
                HandoverPlan.fault(belongings, decisions, stays).or(() -> receiverFault(handle, by, id, decisions));
        if (fault.isPresent()) {
            return fault.get();
        }
        for (HandoverDecision decision : decisions) {
            carryOut(handle, id, decision, belongings);
        }
        departure.accept(handle);
        parts.callers().forgetAfter(handle);
        return new HandoverResult.Done(account(handle, id));
    }

    private Account account(Handle handle, AccountId id) {
        return parts.accounts().find(handle, id).orElseThrow().account();
    }

    /** Whoever gets something must be there, and must not thereby get more out of it than the giver could reach. */
    private Optional<HandoverResult> receiverFault(
            Handle handle, Caller by, AccountId from, List<HandoverDecision> decisions) {
        List<FieldReason> faults = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i) instanceof HandoverDecision.Give give) {
                String field = "/decisions/" + i + "/to";
                receiverFault(handle, by, from, give.to())
                        .ifPresent(reason -> faults.add(new FieldReason(field, reason)));
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new HandoverResult.Refused(faults));
    }

    private Optional<Reason> receiverFault(Handle handle, Caller by, AccountId from, AccountId to) {
        Optional<AccountRow> receiver = parts.accounts().find(handle, to);
        if (receiver.isEmpty() || !isSeen(by, receiver)) {
            return Optional.of(Reason.UNKNOWN_ACCOUNT);
        }
        if (to.equals(from) || receiver.get().account().state() != AccountState.ACTIVE) {
            return Optional.of(Reason.INACTIVE_ACCOUNT);
        }
        return by.grants().include(GrantRows.of(handle, to)) ? Optional.empty() : Optional.of(Reason.BEYOND_OWN_RIGHTS);
    }

    private void carryOut(Handle handle, AccountId from, HandoverDecision decision, List<Belonging> belongings)
            throws Exception {
        Belonging what = belongings.stream()
                .filter(each -> HandoverPlan.isFor(decision, each))
                .findFirst()
                .orElseThrow();
        Belongings kind = kinds.stream()
                .filter(each -> each.kind().equals(what.kind()))
                .findFirst()
                .orElseThrow();
        int done = switch (decision) {
            case HandoverDecision.Give give -> kind.give(what, give.to()).in(handle);
            case HandoverDecision.End ignored -> kind.end(what).in(handle);
            case HandoverDecision.Keep ignored -> 1;
        };
        if (decision instanceof HandoverDecision.Give give) {
            tell(handle, what, from, give.to());
        }
        if (done == 0) {
            throw new IllegalStateException(what.kind() + " " + what.id() + " was listed and is not there any more");
        }
    }

    private void tell(Handle handle, Belonging what, AccountId from, AccountId to) {
        parts.acting()
                .note(
                        handle,
                        AuditEvent.of(AuditAction.HANDED_OVER, what.kind(), what.id(), what.label())
                                .with("from", account(handle, from).draft().displayName())
                                .with("to", account(handle, to).draft().displayName()));
    }

    private static HandoverResult refused(String field, Reason reason) {
        return new HandoverResult.Refused(List.of(new FieldReason(field, reason)));
    }
}
