package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final UnitId DINAS = new UnitId(1);
    private static final UnitId KECAMATAN = new UnitId(2);
    private static final Scope EVERYTHING = new Scope.Everything();

    private static Scope units(UnitId... units) {
        return new Scope.Units(Set.of(units));
    }

    private static Grant grant(Scope scope, Right... rights) {
        return new Grant(Set.of(rights), scope, Classification.TERBATAS);
    }

    @Test
    void rightOfOneRole_neverBorrowsTheScopeOfAnother() {
        var grants = new Grants(List.of(grant(EVERYTHING, Right.DEVICE_READ), grant(units(DINAS), Right.DEVICE_WRITE)));

        assertThat(grants.give(Right.DEVICE_WRITE)).isTrue();
        assertThat(grants.give(Right.DEVICE_WRITE, DINAS)).isTrue();
        assertThat(grants.give(Right.DEVICE_WRITE, KECAMATAN)).isFalse();
        assertThat(grants.give(Right.DEVICE_READ, KECAMATAN)).isTrue();
        assertThat(grants.scope(Right.DEVICE_WRITE)).isEqualTo(units(DINAS));
        assertThat(grants.scope()).isEqualTo(EVERYTHING);
    }

    @Test
    void clearance_opensWhatIsNoMoreClosed() {
        var grants = new Grants(List.of(
                new Grant(Set.of(Right.ASSET_READ), units(DINAS), Classification.RAHASIA),
                new Grant(Set.of(Right.ASSET_READ), EVERYTHING, Classification.PUBLIK)));

        assertThat(grants.give(Right.ASSET_READ, DINAS, Classification.RAHASIA)).isTrue();
        assertThat(grants.give(Right.ASSET_READ, KECAMATAN, Classification.TERBATAS))
                .isFalse();
        assertThat(grants.give(Right.ASSET_READ, KECAMATAN, Classification.PUBLIK))
                .isTrue();
        assertThat(grants.clearance(Right.ASSET_READ)).isEqualTo(Classification.RAHASIA);
        assertThat(grants.clearance(Right.ASSET_WRITE)).isEqualTo(Classification.PUBLIK);
    }

    @Test
    void include_isTrueOnlyWhereEveryRightIsGivenAsFar() {
        var mine = new Grants(
                List.of(grant(EVERYTHING, Right.DEVICE_READ), grant(units(DINAS), Right.USER_WRITE, Right.USER_READ)));

        assertThat(mine.include(new Grants(List.of(grant(units(DINAS), Right.DEVICE_READ, Right.USER_WRITE)))))
                .isTrue();
        assertThat(mine.include(new Grants(List.of(grant(EVERYTHING, Right.USER_WRITE)))))
                .isFalse();
        assertThat(mine.include(
                        new Grants(List.of(new Grant(Set.of(Right.DEVICE_READ), EVERYTHING, Classification.RAHASIA)))))
                .isFalse();
        assertThat(Grants.ALL.include(mine)).isTrue();
        assertThat(mine.include(Grants.NONE)).isTrue();
    }

    @Test
    void within_cutsToTheTokensRights() {
        var cut = Grants.ALL.within(Set.of(Right.DEVICE_READ));

        assertThat(cut.give(Right.DEVICE_READ, DINAS)).isTrue();
        assertThat(Arrays.stream(Right.values()).filter(cut::give)).containsExactly(Right.DEVICE_READ);
        assertThat(Grants.ALL.within(Set.of()).scope()).isEqualTo(Scope.nothing());
    }

    @Test
    void personWhoMustChangeHisPassword_mayNothing() {
        var person = new Caller.Person(
                new AccountId(1),
                "budi",
                "Budi",
                Language.ID,
                null,
                new Credential.OfSession(new SessionId(1)),
                true,
                Grants.ALL);

        assertThat(Right.values()).noneMatch(person::can);
        assertThat(person.sees(DINAS)).isFalse();
        assertThat(Caller.nobody().can(Right.DEVICE_READ)).isFalse();
        assertThat(Caller.Service.ofServer("token-file").can(Right.ROLE_WRITE, KECAMATAN, Classification.RAHASIA))
                .isTrue();
    }

    @Test
    void everyRightAndReason_hasAnIndonesianAndAnEnglishText() {
        assertThat(Right.values())
                .allSatisfy(right -> assertThat(right.label().in(Language.ID))
                        .isNotBlank()
                        .isNotEqualTo(right.label().in(Language.EN)))
                .allSatisfy(right -> assertThat(Right.of(right.text())).contains(right));
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(reason.label().id())
                        .isNotBlank()
                        .isNotEqualTo(reason.label().en()));
        assertThat(Right.of("device")).isEmpty();
    }
}
