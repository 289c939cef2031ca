package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.database.Lane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private Path file() {
        return identity.dataFolder().resolve("first-sign-in");
    }

    @Test
    void firstStart_makesOneAdministrator_whosePasswordIsKeptUntilItIsUsed() throws Exception {
        var first = identity.module.firstSignIn().orElseThrow();
        assertThat(Files.readAllLines(file()))
                .containsExactly("admin", first.password().reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        identity.signIn("admin", PASSWORD, client("127.0.0.1"));
        assertThat(file()).exists();

        var in = (SignIn.SignedIn) identity.signIn("admin", first.password(), client("127.0.0.1"));

        assertThat(file()).doesNotExist();
        assertThat(in.mustChangePassword()).isTrue();
        done(identity.module.accounts().changePassword(identity.person(in.session()), first.password(), PASSWORD));
        assertThat(Right.values()).allMatch(identity.person(in.session())::can);
    }

    @Test
    void secondStart_makesNobody() {
        try (var again = new IdentityModule(identity.needs(List.of()), IdentitySettings.USUAL)) {
            again.start();

            assertThat(again.firstSignIn()).isEmpty();
            assertThat(file()).exists();
        }
    }

    /** As another process does it, beside the running one. */
    private Recovery recover(String name) {
        return AccountRecovery.of(
                        identity.postgres.database(),
                        Actor.console("root"),
                        name,
                        identity.clock,
                        new java.security.SecureRandom())
                .orElseThrow();
    }

    @Test
    void recovery_letsTheTransferredAdministratorIn_withoutHisTelephone() {
        AccountId budi = identity.account("budi");
        identity.give(budi, "admin", null);
        var session = identity.enter("budi").session();
        var self = identity.person(session);
        var enrolment = done(identity.module.secondFactors().begin(self));
        done(identity.module
                .secondFactors()
                .confirm(self, new TestingAuthenticator(enrolment.secret(), identity.clock).code()));

        var recovered = (Recovery.Recovered) recover("BUDI");

        assertThat(recovered.secondFactorRemoved()).isTrue();
        assertThat(recovered.madeAdministrator()).isFalse();
        identity.clock.advance(CallerCache.LIFE);
        assertThat(await(identity.module.sessions().caller(session))).isEqualTo(Caller.nobody());
        var entry = identity.entries(AuditFilter.ofObject("account", budi.toString()))
                .getFirst();
        assertThat(entry.action()).isEqualTo(AuditAction.RECOVERED);
        assertThat(entry.actor()).isEqualTo(Actor.console("root"));
        assertThat(String.valueOf(entry.after())).contains("\"sessions\":1", "\"secondFactorRemoved\":true");
        assertThat(identity.signIn("budi", recovered.password(), client("127.0.0.1")))
                .isInstanceOfSatisfying(
                        SignIn.SignedIn.class,
                        in -> assertThat(in.mustChangePassword()).isTrue());
        identity.clock.advance(Duration.ofHours(1));
        assertThat(identity.signIn("budi", recovered.password(), client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.PASSWORD_EXPIRED));
    }

    @Test
    void recovery_ofAnUnknownName_saysWhichThereAre() {
        identity.account("budi");

        assertThat(recover("siti")).isEqualTo(new Recovery.UnknownName(List.of("admin", "budi")));
    }

    @Test
    void recovery_whereNoAdministratorIsLeft_makesOne() {
        AccountId budi = identity.account("budi");
        await(identity.module.accounts().disable(CONSOLE, budi, List.of()));
        identity.postgres
                .database()
                .run(Lane.EDITS, handle -> handle.execute("update identity.account set disabled_at = created_at"));

        var recovered = (Recovery.Recovered) recover("budi");

        assertThat(recovered.madeAdministrator()).isTrue();
        assertThat(await(identity.module.accounts().find(CONSOLE, budi))
                        .orElseThrow()
                        .state())
                .isEqualTo(AccountState.ACTIVE);
        assertThat(await(identity.module.roles().of(budi))).hasSize(1);
    }
}
