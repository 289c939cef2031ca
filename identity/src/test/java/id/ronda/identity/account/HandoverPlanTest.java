package id.ronda.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AccountId;
import id.ronda.identity.Belonging;
import id.ronda.identity.Belonging.Fate;
import id.ronda.identity.FieldReason;
import id.ronda.identity.HandoverDecision;
import id.ronda.identity.HandoverResult;
import id.ronda.identity.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverPlanTest {

    private static final AccountId HEIR = new AccountId(9);
    private static final Belonging TOKEN = new Belonging("token", "3", "cadangan malam", Fate.GIVE_OR_END);
    private static final Belonging FACTOR = new Belonging("second-factor", "1", "ponsel", Fate.END);
    private static final Belonging SESSION = new Belonging("session", "8", "Firefox", Fate.ENDS_BY_ITSELF);

    private static HandoverDecision give(Belonging belonging) {
        return new HandoverDecision.Give(belonging.kind(), belonging.id(), HEIR);
    }

    private static HandoverDecision end(Belonging belonging) {
        return new HandoverDecision.End(belonging.kind(), belonging.id());
    }

    private static HandoverDecision keep(Belonging belonging) {
        return new HandoverDecision.Keep(belonging.kind(), belonging.id());
    }

    private static HandoverResult refused(int... decisions) {
        return new HandoverResult.Refused(Arrays.stream(decisions)
                .mapToObj(i -> new FieldReason("/decisions/" + i, Reason.NOT_POSSIBLE))
                .toList());
    }

    @Test
    void everyBelongingThatDoesNotEndByItself_needsADecision() {
        List<Belonging> all = List.of(TOKEN, FACTOR, SESSION);

        assertThat(HandoverPlan.fault(all, List.of(give(TOKEN)), false)).contains(new HandoverResult.Undecided(all));
        assertThat(HandoverPlan.fault(all, List.of(give(TOKEN), end(FACTOR)), false))
                .isEmpty();
        assertThat(HandoverPlan.fault(List.of(SESSION), List.of(), false)).isEmpty();
        assertThat(HandoverPlan.fault(List.of(), List.of(), false)).isEmpty();
    }

    @Test
    void whatIsBoundToThePerson_isNotGivenAway() {
        assertThat(HandoverPlan.fault(List.of(FACTOR), List.of(give(FACTOR)), false))
                .contains(refused(0));
    }

    @Test
    void keeping_isForThoseWhoMove() {
        assertThat(HandoverPlan.fault(List.of(TOKEN), List.of(keep(TOKEN)), true))
                .isEmpty();
        assertThat(HandoverPlan.fault(List.of(TOKEN), List.of(keep(TOKEN)), false))
                .contains(refused(0));
    }

    @Test
    void twoDecisionsForOne_andADecisionForNothing_areNamedByTheirPlace() {
        HandoverDecision forNothing = new HandoverDecision.End("token", "77");

        assertThat(HandoverPlan.fault(List.of(TOKEN), List.of(give(TOKEN), end(TOKEN), forNothing), false))
                .contains(refused(1, 2));
        assertThat(HandoverPlan.fault(List.of(SESSION), List.of(end(SESSION)), false))
                .as("it ends anyway: nobody is asked, and nobody can decide otherwise")
                .contains(refused(0));
    }
}
