package id.ronda.collector;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.reach.ReachClause;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Credential;
import id.ronda.identity.Grant;
import id.ronda.identity.Grants;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What roles give together, and the condition that it becomes. */
class ReachTest {

    private static final UnitId MINE = new UnitId(1);
    private static final UnitId THEIRS = new UnitId(2);
    private static final Scope OF_MINE = new Scope.Units(Set.of(MINE));

    private static Reach reach(Grant... grants) {
        return Reach.of(
                new Caller.Service("script", null, new Credential.OfServer(), new Grants(List.of(grants))),
                Right.DEVICE_READ);
    }

    private static Grant reads(Scope scope, Classification clearance) {
        return new Grant(Set.of(Right.DEVICE_READ), scope, clearance);
    }

    @Test
    void everything_isWhatWhoeverIsAtTheServerReaches() {
        assertThat(Reach.of(Caller.Service.ofServer("test"), Right.DEVICE_READ)).isEqualTo(Reach.EVERYTHING);
        assertThat(Reach.EVERYTHING.covers(null, Classification.RAHASIA)).isTrue();
        assertThat(ReachClause.of(Reach.EVERYTHING)).isEqualTo(new ReachClause("(true)", Map.of()));
    }

    @Test
    void nothing_isWhatNobodyReaches() {
        assertThat(Reach.of(Caller.nobody(), Right.DEVICE_READ)).isEqualTo(Reach.NOTHING);
        assertThat(Reach.NOTHING.covers(MINE, Classification.PUBLIK)).isFalse();
        assertThat(ReachClause.of(Reach.NOTHING).sql()).isEqualTo("false");
    }

    @Test
    void aUnit_isNeitherAnotherNorNone() {
        Reach reach = reach(reads(OF_MINE, Classification.RAHASIA));

        assertThat(reach.covers(MINE, Classification.RAHASIA)).isTrue();
        assertThat(reach.covers(THEIRS, Classification.PUBLIK)).isFalse();
        assertThat(reach.covers(null, Classification.PUBLIK)).isFalse();
        assertThat(reach.isOfEveryUnit()).isFalse();
        assertThat(ReachClause.of(reach).sql()).isEqualTo("((d.unit_id = any(:reachedUnits0)))");
    }

    @Test
    void aClearance_endsWhereItEnds() {
        Reach reach = reach(reads(new Scope.Everything(), Classification.TERBATAS));

        assertThat(reach.covers(null, Classification.TERBATAS)).isTrue();
        assertThat(reach.covers(MINE, Classification.RAHASIA)).isFalse();
        assertThat(reach.isOfEveryUnit()).isTrue();
        assertThat(reach.isEverything()).isFalse();
        assertThat(reach.clearance()).isEqualTo(Classification.TERBATAS);
    }

    @Test
    void theScopeOfOneRole_neverMeetsTheClearanceOfAnother() {
        Reach reach =
                reach(reads(OF_MINE, Classification.RAHASIA), reads(new Scope.Everything(), Classification.PUBLIK));

        assertThat(reach.covers(MINE, Classification.RAHASIA)).isTrue();
        assertThat(reach.covers(THEIRS, Classification.PUBLIK)).isTrue();
        assertThat(reach.covers(THEIRS, Classification.TERBATAS)).isFalse();
        assertThat(reach.clearance()).isEqualTo(Classification.RAHASIA);
    }

    @Test
    void aRoleWithAnotherRight_givesNothing() {
        Grant writes = new Grant(Set.of(Right.DEVICE_WRITE), new Scope.Everything(), Classification.RAHASIA);

        assertThat(reach(writes)).isEqualTo(Reach.NOTHING);
        assertThat(reach(writes, reads(OF_MINE, Classification.PUBLIK)))
                .isEqualTo(reach(reads(OF_MINE, Classification.PUBLIK)));
    }
}
