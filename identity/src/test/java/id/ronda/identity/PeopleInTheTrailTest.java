package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.kernel.database.Lane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes an account, gives a role or changes a password stands in the trail with it; no secret does. */
class PeopleInTheTrailTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TestingIdentity identity;

    @BeforeEach
    void open() {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    private List<AuditEntry> entries(String type) {
        var filter = new AuditFilter(null, type, null, null, null, null, null);
        return identity.postgres
                .database()
                .run(Lane.EDITS, handle -> identity.module.trail().page(handle, filter, 100, null))
                .items();
    }

    @Test
    void anAccountIsMadeInTheNameOfWhoMadeIt() {
        var made = done(identity.module.accounts().create(CONSOLE, AccountDraft.of("siti", "Siti Rahma")));

        var entry = entries("account").getFirst();
        assertThat(entry.action()).isEqualTo(AuditAction.CREATED);
        assertThat(entry.actor().name()).isEqualTo("console");
        assertThat(entry.objectId()).isEqualTo(made.account().id().toString());
        assertThat(entry.objectLabel()).isEqualTo("Siti Rahma");
        assertThat(String.valueOf(entry.after())).contains("siti").doesNotContain("argon2");
    }

    @Test
    void aRoleIsGivenInTheNameOfWhoGaveIt() {
        var siti = done(identity.module.accounts().create(CONSOLE, AccountDraft.of("siti", "Siti Rahma")))
                .account()
                .id();
        var auditor = await(identity.module.roles().list()).stream()
                .filter(role -> "auditor".equals(role.preset()))
                .findFirst()
                .orElseThrow();

        done(identity.module.roles().give(CONSOLE, siti, auditor.id(), null));

        var entry = entries("role-grant").getFirst();
        assertThat(entry.actor().name()).isEqualTo("console");
        assertThat(entry.objectId()).isEqualTo(siti + "/" + auditor.id());
    }

    @Test
    void anotherPasswordIsToldAsChangedAndSigningInIsNoChange() {
        identity.account("budi");
        int before = entries("account").size();
        var budi = identity.person(identity.enter("budi").session());
        assertThat(entries("account")).hasSize(before);

        var fresh = new id.ronda.kernel.Secret("perahu bambu hijau tujuh");
        done(identity.module.accounts().changePassword(budi, TestingIdentity.PASSWORD, fresh));

        var entry = entries("account").getFirst();
        assertThat(entry.actor().name()).isEqualTo("budi");
        assertThat(String.valueOf(entry.after())).contains("\"password_hash\":\"changed\"");
    }

    @Test
    void aSecondFactorIsSetUpRenewedAndEndedInTheNameOfWhoDidIt() {
        var budi = identity.account("budi");
        var self = identity.person(identity.enter("budi").session());
        var factors = identity.module.secondFactors();
        var telephone = new TestingAuthenticator(done(factors.begin(self)).secret(), identity.clock);
        done(factors.confirm(self, telephone.code()));
        identity.clock.advance(Duration.ofSeconds(30));
        done(factors.renewRecoveryCodes(self, telephone.code()));
        done(factors.removeFor(CONSOLE, budi));

        var entries = entries("second-factor");
        assertThat(entries)
                .extracting(AuditEntry::action, entry -> entry.actor().name())
                .containsExactly(
                        tuple(AuditAction.DELETED, "console"),
                        tuple(AuditAction.SECOND_FACTOR_CHANGED, "budi"),
                        tuple(AuditAction.CHANGED, "budi"),
                        tuple(AuditAction.CREATED, "budi"));
        assertThat(entries)
                .noneSatisfy(entry -> assertThat(String.valueOf(entry.after()) + entry.before())
                        .contains(telephone.secret()));
    }
}
