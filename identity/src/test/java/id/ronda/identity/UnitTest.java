package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitTest {

    private TestingIdentity identity;

    @BeforeAll
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterAll
    void stop() {
        identity.close();
    }

    private Unit make(String name, @Nullable UnitId parent, String... aliases) {
        return done(identity.module.units().create(CONSOLE, new UnitDraft(name, "dinas", parent, List.of(aliases))));
    }

    private static UnitDraft under(Unit unit, @Nullable UnitId parent) {
        return new UnitDraft(unit.draft().name(), "dinas", parent, unit.draft().aliases());
    }

    @Test
    void unit_isFoundByNameAliasAndAbbreviation() {
        Unit made = make("Dinas Komunikasi dan Informatika", null, "Infokom", "KOMINFO-SANDI");

        for (String name :
                List.of("DISKOMINFO", "dinas kominfo", "infokom", "Din. Komunikasi & Informatika", "kominfo sandi")) {
            assertThat(await(identity.module.units().named(name))).as(name).containsExactly(made);
        }
        assertThat(await(identity.module.units().named("Dinas"))).isEmpty();
        assertThat(await(identity.module.units().named(" - "))).isEmpty();
    }

    @Test
    void moveBelowItself_isRefusedAsACycle() {
        Unit top = make("Sekretariat A", null);
        Unit middle = make("Bagian B", top.id());
        Unit bottom = make("Sub Bagian C", middle.id());
        var units = identity.module.units();

        assertThat(reasons(units.edit(CONSOLE, top.id(), 1, under(top, bottom.id()))))
                .containsExactly(Reason.CYCLE);
        assertThat(reasons(units.edit(CONSOLE, top.id(), 1, under(top, top.id()))))
                .containsExactly(Reason.CYCLE);
        done(units.edit(CONSOLE, bottom.id(), 1, under(bottom, top.id())));
        assertThat(await(units.subtree(top.id())))
                .extracting(Unit::id)
                .containsExactly(top.id(), middle.id(), bottom.id());
    }

    @Test
    void twoMovesAtOnce_makeNoCycle() {
        Unit one = make("Badan Satu", null);
        Unit two = make("Badan Dua", null);
        var units = identity.module.units();

        var first = units.edit(CONSOLE, one.id(), 1, under(one, two.id()));
        var second = units.edit(CONSOLE, two.id(), 1, under(two, one.id()));

        assertThat(List.of(await(first), await(second)))
                .filteredOn(Change.Done.class::isInstance)
                .hasSize(1);
    }

    @Test
    void unitInUse_isNotDeleted() {
        Unit top = make("Kecamatan X", null);
        Unit below = make("Desa Y", top.id());
        var units = identity.module.units();

        assertThat(reasons(units.delete(CONSOLE, top.id()))).containsExactly(Reason.IN_USE);
        done(units.delete(CONSOLE, below.id()));
        done(units.delete(CONSOLE, top.id()));
        assertThat(await(units.delete(CONSOLE, top.id()))).isEqualTo(new Change.Unknown<>());
        assertThat(await(units.subtree(top.id()))).isEmpty();
    }

    @Test
    void whoMayEditOneUnit_takesNoOtherUnderIt() {
        Unit mine = make("Dinas Milik", null);
        Unit foreign = make("Dinas Lain", null);
        identity.give(identity.account("kepala", mine.id()), "admin-sistem", mine.id());
        var self = identity.person(identity.enter("kepala").session());

        assertThat(reasons(identity.module.units().edit(self, foreign.id(), 1, under(foreign, mine.id()))))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(reasons(identity.module.units().create(self, new UnitDraft("Dinas Baru", "dinas", null, List.of()))))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        done(identity.module.units().create(self, new UnitDraft("Seksi Baru", "seksi", mine.id(), List.of())));
    }

    @Test
    void tree_hasEachUnitBeforeThoseBelowIt_asFarAsItIsSeen() {
        Unit health = make("Dinas Kesehatan", null);
        Unit school = make("Dinas Pendidikan", null);
        Unit village = make("Puskesmas Zona", health.id());
        Unit town = make("Puskesmas Alas", health.id());
        identity.give(identity.account("kadinkes"), "operator", health.id());
        var chief = identity.person(identity.enter("kadinkes").session());

        assertThat(await(identity.module.units().tree(CONSOLE)))
                .extracting(Unit::id)
                .containsSubsequence(health.id(), town.id(), village.id(), school.id());
        assertThat(await(identity.module.units().tree(chief)))
                .extracting(Unit::id)
                .containsExactly(health.id(), town.id(), village.id());
        assertThat(await(identity.module.units().tree(Caller.nobody()))).isEmpty();
        assertThat(await(identity.module.units().find(chief, school.id()))).isEmpty();
        assertThat(await(identity.module.units().list(chief, health.id().value(), 1))
                        .items())
                .containsExactly(village);
    }

    @Test
    void twoUnitsOfOneName_standNotBesideEachOther() {
        Unit one = make("Kecamatan Muncar", null);
        Unit two = make("Kecamatan Siliragung", null);
        make("Seksi Pemerintahan", one.id());
        Unit same = make("Seksi Pemerintahan", two.id());
        var units = identity.module.units();

        assertThat(reasons(units.create(CONSOLE, new UnitDraft("KEC. MUNCAR", "kecamatan", null, List.of()))))
                .containsExactly(Reason.NAME_TAKEN);
        assertThat(reasons(units.edit(CONSOLE, same.id(), 1, under(same, one.id()))))
                .containsExactly(Reason.NAME_TAKEN);
    }
}
