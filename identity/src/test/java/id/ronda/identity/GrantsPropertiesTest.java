package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** What must hold of rights however roles are made: nobody gives more than he has, and a token takes no more than it was given. */
class GrantsPropertiesTest {

    private static final List<UnitId> UNITS = List.of(new UnitId(1), new UnitId(2), new UnitId(3));

    @Provide
    Arbitrary<Grants> grants() {
        Arbitrary<Scope> scope = Arbitraries.oneOf(
                Arbitraries.just(new Scope.Everything()),
                Arbitraries.subsetOf(UNITS).map(Scope.Units::new));
        Arbitrary<Set<Right>> rights =
                Arbitraries.subsetOf(Right.DEVICE_READ, Right.DEVICE_WRITE, Right.USER_WRITE, Right.EXPORT);
        return Combinators.combine(rights, scope, Arbitraries.of(Classification.class))
                .as(Grant::new)
                .list()
                .ofMaxSize(4)
                .map(Grants::new);
    }

    /** A thing and what one wants with it. */
    @Provide
    Arbitrary<Tuple3<Right, UnitId, Classification>> wishes() {
        return Combinators.combine(
                        Arbitraries.of(Right.DEVICE_READ, Right.DEVICE_WRITE, Right.USER_WRITE, Right.AUDIT_READ),
                        Arbitraries.of(UNITS),
                        Arbitraries.of(Classification.class))
                .as(Tuple::of);
    }

    private static boolean give(Grants grants, Tuple3<Right, UnitId, Classification> wish) {
        return grants.give(wish.get1(), wish.get2(), wish.get3());
    }

    @Property
    void whoIncludesAnother_mayAllThatHeMay(
            @ForAll("grants") Grants mine,
            @ForAll("grants") Grants others,
            @ForAll("wishes") Tuple3<Right, UnitId, Classification> wish) {
        assertThat(mine.include(others) && give(others, wish) && !give(mine, wish))
                .isFalse();
    }

    @Property
    void everybodyIncludesHimself_nobodyMoreThanAll_andNothingIsIncludedInAnything(@ForAll("grants") Grants grants) {
        assertThat(grants.include(grants)).isTrue();
        assertThat(Grants.ALL.include(grants)).isTrue();
        assertThat(grants.include(Grants.NONE)).isTrue();
    }

    @Property
    void inclusion_isTransitive(
            @ForAll("grants") Grants one, @ForAll("grants") Grants two, @ForAll("grants") Grants three) {
        assertThat(one.include(two) && two.include(three) && !one.include(three))
                .isFalse();
    }

    @Property
    void aTokensRights_areNeverMoreThanItsOwners(
            @ForAll("grants") Grants owner,
            @ForAll Set<Right> limit,
            @ForAll("wishes") Tuple3<Right, UnitId, Classification> wish) {
        Grants token = owner.within(limit);

        assertThat(owner.include(token)).isTrue();
        assertThat(give(token, wish)).isEqualTo(limit.contains(wish.get1()) && give(owner, wish));
    }

    @Property
    void aRightsScope_coversExactlyTheUnitsForWhichItIsGiven(@ForAll("grants") Grants grants, @ForAll Right right) {
        assertThat(UNITS)
                .allSatisfy(unit -> assertThat(grants.scope(right).covers(unit)).isEqualTo(grants.give(right, unit)));
        assertThat(grants.scope(right).covers((UnitId) null)).isEqualTo(grants.give(right, null));
        assertThat(Arrays.stream(Right.values()).allMatch(each -> grants.scope().covers(grants.scope(each))))
                .isTrue();
    }

    @Property
    void aHigherClassification_isNeverOpenWhereALowerOneIsClosed(
            @ForAll("grants") Grants grants, @ForAll("wishes") Tuple3<Right, UnitId, Classification> wish) {
        for (Classification lower : Classification.values()) {
            if (wish.get3().opens(lower) && give(grants, wish)) {
                assertThat(grants.give(wish.get1(), wish.get2(), lower)).isTrue();
            }
        }
    }
}
