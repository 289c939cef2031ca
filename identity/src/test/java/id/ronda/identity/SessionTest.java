package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private Caller caller(Secret session) {
        return await(identity.module.sessions().caller(session));
    }

    @Test
    void stolenId_afterSignOut_isWorthNothing() {
        identity.account("budi");
        Secret session = identity.enter("budi").session();
        assertThat(caller(session)).isInstanceOf(Caller.Person.class);

        assertThat(await(identity.module.signIns().signOut(session, client("127.0.0.1"))))
                .isTrue();

        assertThat(caller(session)).isEqualTo(Caller.nobody());
        assertThat(await(identity.module.signIns().signOut(session, client("127.0.0.1"))))
                .isFalse();
        assertThat(identity.trail).contains(new TestingIdentity.Note("budi", "127.0.0.1", "signed-out"));
    }

    @Test
    void session_endsWhenIdle_andInAnyCaseAfterTwelveHours() {
        identity.account("budi");
        Secret idle = identity.enter("budi").session();
        identity.clock.advance(Duration.ofMinutes(31));
        assertThat(caller(idle)).isEqualTo(Caller.nobody());

        Secret used = identity.enter("budi").session();
        for (int i = 0; i < 12 * 3 - 1; i++) {
            identity.clock.advance(Duration.ofMinutes(20));
            assertThat(caller(used)).isInstanceOf(Caller.Person.class);
        }
        identity.clock.advance(Duration.ofMinutes(21));
        assertThat(caller(used)).isEqualTo(Caller.nobody());
    }

    @Test
    void revoking_isOnlyOfThatAccountsSessions_andImmediate() {
        AccountId budi = identity.account("budi");
        identity.account("siti");
        Caller.Person siti = identity.person(identity.enter("siti").session());
        Secret session = identity.enter("budi").session();
        Caller.Person self = identity.person(session);
        SessionId id = await(identity.module.sessions().of(budi)).getFirst().id();
        assertThat(caller(session)).isInstanceOf(Caller.Person.class);

        assertThat(await(identity.module.sessions().revoke(siti, id))).isFalse();
        assertThat(caller(session)).isInstanceOf(Caller.Person.class);
        assertThat(await(identity.module.sessions().revoke(self, id))).isTrue();
        assertThat(caller(session)).isEqualTo(Caller.nobody());
    }

    @Test
    void revocationByAnotherProcess_isSeenWithinSeconds() {
        AccountId budi = identity.account("budi");
        Secret session = identity.enter("budi").session();
        caller(session);
        try (var other = new IdentityModule(identity.needs(List.of()), IdentitySettings.USUAL)) {
            done(other.sessions().revokeAll(CONSOLE, budi));
        }

        identity.clock.advance(Duration.ofSeconds(3));

        assertThat(caller(session)).isEqualTo(Caller.nobody());
    }

    @Test
    void readingAgainWithinSeconds_costsNoQuery() {
        identity.account("budi");
        Secret session = identity.enter("budi").session();
        caller(session);
        var work = identity.postgres.meters().timer("ronda.database.work", "lane", "edits");
        long before = work.count();

        for (int i = 0; i < 20; i++) {
            caller(session);
        }
        assertThat(work.count()).isEqualTo(before);

        identity.clock.advance(Duration.ofSeconds(3));
        caller(session);
        assertThat(work.count()).isEqualTo(before + 1);
    }

    @Test
    void disabledAccount_hasNeitherSessionsNorTokens_atOnce() {
        AccountId budi = identity.account("budi");
        identity.give(budi, "admin", null);
        identity.give(identity.account("siti"), "admin", null);
        Secret session = identity.enter("budi").session();
        Instant soon = identity.clock.instant().plusSeconds(3600);
        var token = done(identity.module
                .tokens()
                .issue(
                        identity.person(session),
                        new TokenDraft(TokenDraft.Kind.PERSONAL, "skrip", Set.of(Right.DEVICE_READ), soon)));
        assertThat(await(identity.module.tokens().caller(token.text())).can(Right.DEVICE_READ))
                .isTrue();

        var result = await(identity.module
                .accounts()
                .disable(
                        CONSOLE,
                        budi,
                        List.of(new HandoverDecision.End(
                                "token", token.token().id().toString()))));

        assertThat(result).isInstanceOf(HandoverResult.Done.class);
        assertThat(caller(session)).isEqualTo(Caller.nobody());
        assertThat(await(identity.module.tokens().caller(token.text()))).isEqualTo(Caller.nobody());
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.DISABLED));
    }
}
