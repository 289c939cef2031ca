package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of two offices, each with somebody who manages its accounts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountReachTest {

    private TestingIdentity identity;
    private Accounts accounts;
    private AccountId foreign;
    private Caller.Person self;

    @BeforeAll
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
        accounts = identity.module.accounts();
        UnitId health = unit("Dinas Kesehatan", null);
        UnitId clinic = unit("Puskesmas Brebes", health);
        UnitId schools = unit("Dinas Pendidikan", null);
        identity.give(identity.account("kepala", health), "admin-sistem", health);
        identity.account("perawat", clinic);
        foreign = identity.account("guru", schools);
        identity.account("tamu");
        self = identity.person(identity.enter("kepala").session());
    }

    @AfterAll
    void stop() {
        identity.close();
    }

    private UnitId unit(String name, @org.jspecify.annotations.Nullable UnitId parent) {
        return done(identity.module.units().create(CONSOLE, new UnitDraft(name, "dinas", parent, List.of())))
                .id();
    }

    @Test
    void theList_hasTheAccountsOfHisUnitsAndBelow() {
        assertThat(await(accounts.list(self, AccountFilter.ALL, 0, 100)).items())
                .extracting(account -> account.draft().name())
                .containsExactly("kepala", "perawat");
        assertThat(await(accounts.list(CONSOLE, AccountFilter.ALL, 0, 100)).items())
                .hasSize(5);
        assertThat(await(accounts.list(Caller.nobody(), AccountFilter.ALL, 0, 100))
                        .items())
                .isEmpty();
    }

    @Test
    void aForeignAccount_isNotThere() {
        assertThat(await(accounts.find(self, foreign))).isEmpty();
        assertThat(await(accounts.find(self, "guru"))).isEmpty();
        assertThat(await(accounts.find(CONSOLE, "guru"))).isPresent();
        assertThat(await(accounts.belongings(self, foreign))).isEmpty();
        assertThat(await(accounts.belongings(CONSOLE, foreign))).isPresent();
    }

    @Test
    void noEditTells_thatAForeignAccountIsThere() {
        var draft = await(accounts.find(CONSOLE, foreign)).orElseThrow().draft();

        assertThat(await(accounts.edit(self, foreign, 1, draft))).isEqualTo(new Change.Unknown<>());
        assertThat(await(accounts.resetPassword(self, foreign))).isEqualTo(new Change.Unknown<>());
        assertThat(await(accounts.enable(self, foreign))).isEqualTo(new Change.Unknown<>());
        assertThat(await(accounts.disable(self, foreign, List.of()))).isEqualTo(new HandoverResult.Unknown());
        assertThat(await(accounts.move(self, foreign, self.unit(), List.of()))).isEqualTo(new HandoverResult.Unknown());
    }
}
