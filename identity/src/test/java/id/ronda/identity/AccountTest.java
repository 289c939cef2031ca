package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {

    private TestingIdentity identity;
    private Accounts accounts;

    @BeforeAll
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
        accounts = identity.module.accounts();
    }

    @AfterAll
    void stop() {
        identity.close();
    }

    private AccountDraft full(String name) {
        var now = identity.clock.instant();
        return new AccountDraft(name, "Nama", "nama@kab.example", null, Language.EN, now, now.plusSeconds(60));
    }

    @Test
    void draft_isStoredAsItWasGiven() {
        var made = done(accounts.create(CONSOLE, full("lengkap")));

        assertThat(made.account().draft()).isEqualTo(full("lengkap"));
        assertThat(made.account().mustChangePassword()).isTrue();
        assertThat(made.account().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(made.password().reveal()).matches("(\\w{4}-){3}\\w{4}");
        assertThat(await(accounts.find(CONSOLE, "LENGKAP"))).contains(made.account());
        assertThat(await(accounts.find(CONSOLE, made.account().id()))).contains(made.account());
    }

    @Test
    void nonsense_isRefusedFieldByField() {
        var now = identity.clock.instant();
        var draft = new AccountDraft("a b", " ", "bukan surel", null, Language.ID, now, now);

        assertThat(reasons(accounts.create(CONSOLE, draft)))
                .containsExactly(Reason.NAME_FORM, Reason.REQUIRED, Reason.EMAIL_FORM, Reason.PERIOD);
        var nowhere = new AccountDraft("dimana", "Di mana", null, new UnitId(999), Language.ID, null, null);
        assertThat(reasons(accounts.create(CONSOLE, nowhere))).containsExactly(Reason.UNKNOWN_UNIT);
    }

    @Test
    void name_isTakenWhateverItsCaseAndForm() {
        done(accounts.create(CONSOLE, AccountDraft.of("kembar", "Satu")));

        assertThat(reasons(accounts.create(CONSOLE, AccountDraft.of("KEMBAR", "Dua"))))
                .containsExactly(Reason.NAME_TAKEN);
        assertThat(reasons(accounts.create(CONSOLE, AccountDraft.of("ｋｅｍｂａｒ", "Tiga"))))
                .containsExactly(Reason.NAME_TAKEN);
    }

    @Test
    void edit_needsTheNewestRevision_andMovesNobody() {
        var made = done(accounts.create(CONSOLE, AccountDraft.of("ubah", "Sebelum")))
                .account();
        var draft = new AccountDraft("ubah2", "Sesudah", null, null, Language.EN, null, null);

        var edited = done(accounts.edit(CONSOLE, made.id(), made.revision(), draft));
        assertThat(edited.draft()).isEqualTo(draft);
        assertThat(await(accounts.edit(CONSOLE, made.id(), made.revision(), draft)))
                .isEqualTo(new Change.Stale<>(edited.revision()));
        assertThat(await(accounts.edit(CONSOLE, new AccountId(9999), 1, draft))).isEqualTo(new Change.Unknown<>());
        var elsewhere = new AccountDraft("ubah2", "Sesudah", null, new UnitId(1), Language.EN, null, null);
        assertThat(reasons(accounts.edit(CONSOLE, made.id(), edited.revision(), elsewhere)))
                .containsExactly(Reason.NOT_POSSIBLE);
        var admins = new AccountDraft("admin", "Sesudah", null, null, Language.EN, null, null);
        assertThat(reasons(accounts.edit(CONSOLE, made.id(), edited.revision(), admins)))
                .containsExactly(Reason.NAME_TAKEN);
    }

    @Test
    void administrator_getsNoEndInTime_whileHeIsTheLast() {
        var admin = await(accounts.find(CONSOLE, "admin")).orElseThrow();
        var until = identity.clock.instant().plusSeconds(60);
        var ending = new AccountDraft("admin", "Administrator", null, null, Language.ID, null, until);

        assertThat(reasons(accounts.edit(CONSOLE, admin.id(), admin.revision(), ending)))
                .containsExactly(Reason.LAST_ADMINISTRATOR);
        assertThat(await(accounts.find(CONSOLE, admin.id()))).contains(admin);
    }

    @Test
    void list_isPagedByIds() {
        done(accounts.create(CONSOLE, AccountDraft.of("daftar1", "Satu")));
        done(accounts.create(CONSOLE, AccountDraft.of("daftar2", "Dua")));

        var first = await(accounts.list(CONSOLE, AccountFilter.ALL, 0, 1));
        var second = await(accounts.list(CONSOLE, AccountFilter.ALL, Long.parseLong(String.valueOf(first.next())), 1));

        assertThat(first.items())
                .singleElement()
                .extracting(a -> a.draft().name())
                .isEqualTo("admin");
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void disabledAndEnabledAgain_signsInAgain_butItsOldSessionIsDead() {
        AccountId id = identity.account("kembali");
        var old = identity.enter("kembali").session();
        await(accounts.disable(CONSOLE, id, List.of()));
        done(accounts.enable(CONSOLE, id));

        assertThat(await(identity.module.sessions().caller(old))).isEqualTo(Caller.nobody());
        assertThat(identity.signIn("kembali", PASSWORD, client("127.0.0.1"))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void whoMayNotEditAccounts_makesNone() {
        AccountId id = identity.account("teknisi");
        identity.give(id, "teknisi", null);
        var self = identity.person(identity.enter("teknisi").session());

        assertThat(reasons(accounts.create(self, AccountDraft.of("baru", "Baru"))))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(await(accounts.resetPassword(self, id))).isEqualTo(new Change.Unknown<>());
        assertThat(await(accounts.resetPassword(CONSOLE, new AccountId(9999)))).isEqualTo(new Change.Unknown<>());
    }
}
