package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.database.Lane;
import id.ronda.testkit.MutableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody keeps units by their names, and hears of each change of the tree in its transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitFollowerTest {

    private final AtomicInteger followed = new AtomicInteger();
    private final AtomicReference<Set<UnitMove>> moves = new AtomicReference<>(Set.of());
    private TestingIdentity identity;
    private Units units;

    @BeforeAll
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(
                folder,
                IdentitySettings.USUAL.withCost(new PasswordCost(8, 1)),
                List.of(),
                MutableClock.at("2026-11-21T04:00:00Z"),
                List.of(() -> handle -> {
                    followed.incrementAndGet();
                    return moves.get();
                }));
        units = identity.module.units();
    }

    @AfterAll
    void stop() {
        identity.close();
    }

    private static UnitDraft draft(String name, String... aliases) {
        return new UnitDraft(name, "dinas", null, List.of(aliases));
    }

    private Map<String, UnitId> meant(String... names) {
        return identity.postgres.database().run(Lane.EDITS, handle -> new UnitNamesView().of(handle, List.of(names)));
    }

    @Test
    void everyChangeOfTheTree_isFollowed() {
        moves.set(Set.of());
        int before = followed.get();
        Unit made = done(units.create(CONSOLE, draft("Kantor A")));
        done(units.edit(CONSOLE, made.id(), 1, draft("Kantor B")));
        done(units.delete(CONSOLE, made.id()));
        // Before a unit is gone, they are asked whether something belongs to it.
        assertThat(followed.get() - before).isEqualTo(4);
    }

    @Test
    void aUnitThatSomethingBelongsTo_isNotDeleted() {
        moves.set(Set.of());
        Unit office = done(units.create(CONSOLE, draft("Kantor Berperangkat")));
        moves.set(Set.of(new UnitMove(office.id(), null)));
        assertThat(reasons(units.delete(CONSOLE, office.id()))).containsExactly(Reason.IN_USE);
        assertThat(await(units.find(CONSOLE, office.id()))).contains(office);

        moves.set(Set.of());
        done(units.delete(CONSOLE, office.id()));
        assertThat(await(units.find(CONSOLE, office.id()))).isEmpty();
    }

    @Test
    void aName_meansTheOneUnitThatIsCalledSo() {
        moves.set(Set.of());
        Unit health = done(units.create(CONSOLE, draft("Dinas Kesehatan", "Sehat")));
        assertThat(meant("DINKES", "sehat", "Dinas Lain", ""))
                .isEqualTo(Map.of("DINKES", health.id(), "sehat", health.id()));
        UnitId elsewhere = done(units.create(CONSOLE, draft("Kabupaten Lain"))).id();
        Unit same = done(units.create(CONSOLE, new UnitDraft("Dinas Kesehatan", "dinas", elsewhere, List.of())));
        assertThat(meant("DINKES", "sehat")).isEqualTo(Map.of("sehat", health.id()));
        done(units.delete(CONSOLE, same.id()));
        assertThat(meant("dinkes")).hasSize(1);
    }

    @Test
    void aNameThatTakesWhatIsAnothers_isRefusedAndUndone() {
        moves.set(Set.of());
        Unit mine = done(units.create(CONSOLE, draft("Dinas Milik")));
        UnitId elsewhere =
                done(units.create(CONSOLE, draft("Kabupaten Mereka"))).id();
        Unit theirs = done(units.create(CONSOLE, new UnitDraft("Dinas Mereka", "dinas", elsewhere, List.of())));
        identity.give(identity.account("kepala", mine.id()), "admin-sistem", mine.id());
        var self = identity.person(identity.enter("kepala").session());

        for (UnitMove move : List.of(
                new UnitMove(theirs.id(), mine.id()), new UnitMove(theirs.id(), null), new UnitMove(null, mine.id()))) {
            moves.set(Set.of(move));
            assertThat(reasons(units.edit(self, mine.id(), 1, draft("Dinas Mereka"))))
                    .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        }
        assertThat(await(units.find(CONSOLE, mine.id()))).contains(mine);

        moves.set(Set.of(new UnitMove(mine.id(), null), new UnitMove(null, theirs.id())));
        assertThat(done(units.edit(self, mine.id(), 1, draft("Dinas Milik Baru")))
                        .draft()
                        .name())
                .isEqualTo("Dinas Milik Baru");
        moves.set(Set.of(new UnitMove(theirs.id(), null)));
        done(units.edit(CONSOLE, mine.id(), 2, draft("Dinas Mereka")));
    }

    @Test
    void aUnitThatIsNew_takesNothingEither() {
        moves.set(Set.of());
        Unit mine = done(units.create(CONSOLE, draft("Badan Milik")));
        identity.give(identity.account("kepala.badan", mine.id()), "admin-sistem", mine.id());
        var self = identity.person(identity.enter("kepala.badan").session());
        long next = identity.number("select max(id) + 1 from identity.unit");
        moves.set(Set.of(new UnitMove(null, new UnitId(next))));

        assertThat(reasons(units.create(self, new UnitDraft("Kantor Pos", "kantor", mine.id(), List.of()))))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(await(units.named("Kantor Pos"))).isEmpty();
    }
}
