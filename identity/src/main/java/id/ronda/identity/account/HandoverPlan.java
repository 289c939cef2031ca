package id.ronda.identity.account;

import id.ronda.identity.Belonging;
import id.ronda.identity.FieldReason;
import id.ronda.identity.HandoverDecision;
import id.ronda.identity.HandoverResult;
import id.ronda.identity.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every belonging has a decision that can be carried out. */
final class HandoverPlan {

    private HandoverPlan() {}

    /**
     * Judges the decisions.
     *
     * @param stays the person only moves, so that things may stay with him
     * @return why it cannot be done; empty if it can
     */
    static Optional<HandoverResult> fault(List<Belonging> belongings, List<HandoverDecision> decisions, boolean stays) {
        boolean complete = belongings.stream()
                .filter(each -> each.fate() != Belonging.Fate.ENDS_BY_ITSELF)
                .allMatch(each -> decisions.stream().anyMatch(decision -> isFor(decision, each)));
        if (!complete) {
            return Optional.of(new HandoverResult.Undecided(belongings));
        }
        List<FieldReason> faults = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (!isPossible(decisions.get(i), belongings, stays) || isTwice(decisions, i)) {
                faults.add(new FieldReason("/decisions/" + i, Reason.NOT_POSSIBLE));
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new HandoverResult.Refused(faults));
    }

    static boolean isFor(HandoverDecision decision, Belonging belonging) {
        return decision.kind().equals(belonging.kind()) && decision.id().equals(belonging.id());
    }

    private static boolean isPossible(HandoverDecision decision, List<Belonging> belongings, boolean stays) {
        return belongings.stream().filter(each -> isFor(decision, each)).anyMatch(each -> switch (decision) {
            case HandoverDecision.Give ignored -> each.fate() == Belonging.Fate.GIVE_OR_END;
            case HandoverDecision.End ignored -> each.fate() != Belonging.Fate.ENDS_BY_ITSELF;
            case HandoverDecision.Keep ignored -> stays;
        });
    }

    private static boolean isTwice(List<HandoverDecision> decisions, int index) {
        HandoverDecision one = decisions.get(index);
        return decisions.subList(0, index).stream()
                .anyMatch(other -> other.kind().equals(one.kind()) && other.id().equals(one.id()));
    }
}
