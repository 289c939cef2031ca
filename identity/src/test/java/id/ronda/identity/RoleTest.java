package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTest {

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private UnitId unit(String name, @Nullable UnitId parent) {
        return done(identity.module.units().create(CONSOLE, new UnitDraft(name, "dinas", parent, List.of())))
                .id();
    }

    private Caller.Person person(String name, String preset, @Nullable UnitId unit) {
        identity.give(identity.account(name, unit), preset, unit);
        return identity.person(identity.enter(name).session());
    }

    @Test
    void presets_areThereInIndonesian_andFixed() {
        var roles = identity.module.roles();
        assertThat(await(roles.list()))
                .extracting(role -> role.draft().name().id())
                .containsExactly(
                        "Operator",
                        "Teknisi",
                        "Admin Jaringan",
                        "Admin Sistem",
                        "Admin Basis Data",
                        "Admin Keamanan (CSIRT)",
                        "Manajer Aset",
                        "Auditor",
                        "Pimpinan",
                        "Admin");
        RoleId auditor = identity.preset("auditor");

        assertThat(reasons(roles.delete(CONSOLE, auditor))).containsExactly(Reason.PRESET);
        var draft = await(roles.find(auditor)).orElseThrow().draft();
        assertThat(reasons(roles.edit(CONSOLE, auditor, 1, draft))).containsExactly(Reason.PRESET);
        try (var startedAgain = new IdentityModule(identity.needs(List.of()), IdentitySettings.USUAL)) {
            startedAgain.start();
        }
        assertThat(await(roles.list())).hasSize(10).allMatch(role -> role.revision() == 1);
    }

    @Test
    void scope_isTheUnitWithAllBelowIt() {
        UnitId dinas = unit("Dinas Kominfo", null);
        UnitId bidang = unit("Bidang Infrastruktur", dinas);
        UnitId seksi = unit("Seksi Jaringan", bidang);
        UnitId other = unit("Dinas Kesehatan", null);

        var self = person("budi", "teknisi", bidang);

        assertThat(self.can(Right.ASSET_WRITE, seksi)).isTrue();
        assertThat(self.can(Right.ASSET_WRITE, bidang)).isTrue();
        assertThat(self.can(Right.ASSET_WRITE, dinas)).isFalse();
        assertThat(self.sees(other)).isFalse();
        assertThat(self.can(Right.ASSET_WRITE, null)).isFalse();
        assertThat(self.scope()).isEqualTo(new Scope.Units(Set.of(bidang, seksi)));
        assertThat(self.can(Right.ASSET_READ, seksi, Classification.RAHASIA)).isFalse();
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        UnitId dinas = unit("Dinas Kominfo", null);
        UnitId other = unit("Dinas Kesehatan", null);
        AccountId siti = identity.account("siti", dinas);
        var self = person("budi", "admin-sistem", dinas);
        var roles = identity.module.roles();

        assertThat(reasons(roles.give(self, siti, identity.preset("admin"), dinas)))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(reasons(roles.give(self, siti, identity.preset("operator"), other)))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(reasons(roles.give(self, siti, identity.preset("operator"), null)))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        var given = done(roles.give(self, siti, identity.preset("operator"), dinas));
        assertThat(done(roles.give(self, siti, identity.preset("operator"), dinas)))
                .isEqualTo(given);

        identity.give(siti, "admin", null);
        assertThat(reasons(identity.module.accounts().resetPassword(self, siti)))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
    }

    @Test
    void ownRole_isMadeEditedAndDeletedWhenNobodyHasIt() {
        var roles = identity.module.roles();
        var draft = new RoleDraft(new Label("Piket", "On duty"), Set.of(Right.DEVICE_READ), Classification.PUBLIK);
        Role made = done(roles.create(CONSOLE, draft));
        AccountId budi = identity.account("budi");
        var grant = done(roles.give(CONSOLE, budi, made.id(), null));
        var session = identity.enter("budi").session();
        assertThat(identity.person(session).can(Right.ALERT_READ)).isFalse();

        assertThat(reasons(roles.create(CONSOLE, draft))).containsExactly(Reason.NAME_TAKEN);
        var wider = new RoleDraft(draft.name(), Set.of(Right.DEVICE_READ, Right.ALERT_READ), Classification.PUBLIK);
        assertThat(await(roles.edit(CONSOLE, made.id(), 9, wider))).isEqualTo(new Change.Stale<>(1));
        assertThat(done(roles.edit(CONSOLE, made.id(), 1, wider)).revision()).isEqualTo(2);
        assertThat(identity.person(session).can(Right.ALERT_READ)).isTrue();
        assertThat(reasons(roles.delete(CONSOLE, made.id()))).containsExactly(Reason.IN_USE);
        done(roles.take(CONSOLE, budi, grant.id()));
        done(roles.delete(CONSOLE, made.id()));
        assertThat(await(roles.find(made.id()))).isEmpty();
    }

    @Test
    void lastAdministrator_staysOne() {
        AccountId first = await(identity.module.accounts().find(CONSOLE, "admin"))
                .orElseThrow()
                .id();
        var grant = await(identity.module.roles().of(first)).getFirst();
        var roles = identity.module.roles();

        assertThat(reasons(roles.take(CONSOLE, first, grant.id()))).containsExactly(Reason.LAST_ADMINISTRATOR);
        assertThat(await(roles.of(first))).hasSize(1);
        assertThat(await(identity.module.accounts().disable(CONSOLE, first, List.of())))
                .isEqualTo(new HandoverResult.Refused(List.of(new FieldReason("", Reason.LAST_ADMINISTRATOR))));
        assertThat(await(identity.module.accounts().find(CONSOLE, first))
                        .orElseThrow()
                        .state())
                .isEqualTo(AccountState.ACTIVE);

        identity.give(identity.account("budi"), "admin", null);
        done(roles.take(CONSOLE, first, grant.id()));
    }
}
