package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private TokenDraft draft(TokenDraft.Kind kind, @Nullable Duration life, Right... rights) {
        return new TokenDraft(
                kind,
                "skrip",
                Set.of(rights),
                life == null ? null : identity.clock.instant().plus(life));
    }

    private Caller.Person networkAdmin() {
        identity.give(identity.account("budi"), "admin-jaringan", null);
        return identity.person(identity.enter("budi").session());
    }

    @Test
    void token_mayWhatItsOwnerMayAndWasWritten_noMore() {
        var self = networkAdmin();
        var issued = done(identity.module
                .tokens()
                .issue(
                        self,
                        draft(TokenDraft.Kind.PERSONAL, Duration.ofDays(30), Right.DEVICE_READ, Right.RULE_WRITE)));

        Caller caller = await(identity.module.tokens().caller(issued.text()));

        assertThat(issued.text().reveal()).startsWith("ronda_").hasSize(55);
        assertThat(caller.name()).isEqualTo("budi");
        assertThat(caller.can(Right.RULE_WRITE)).isTrue();
        assertThat(caller.can(Right.SERIES_READ)).isFalse();

        var grant = await(identity.module.roles().of(self.account())).getFirst();
        done(identity.module.roles().take(CONSOLE, self.account(), grant.id()));
        assertThat(await(identity.module.tokens().caller(issued.text())).can(Right.RULE_WRITE))
                .isFalse();
    }

    @Test
    void draftBeyondTheRules_isRefusedByName() {
        var self = networkAdmin();
        var tokens = identity.module.tokens();
        var personal = TokenDraft.Kind.PERSONAL;

        assertThat(reasons(tokens.issue(self, draft(personal, Duration.ofDays(1), Right.USER_WRITE))))
                .containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(reasons(tokens.issue(self, draft(personal, null, Right.DEVICE_READ))))
                .containsExactly(Reason.EXPIRY_REQUIRED);
        assertThat(reasons(tokens.issue(self, draft(personal, Duration.ofDays(367), Right.DEVICE_READ))))
                .containsExactly(Reason.EXPIRY_RANGE);
        assertThat(reasons(tokens.issue(self, draft(personal, Duration.ofDays(1)))))
                .containsExactly(Reason.REQUIRED);
        done(tokens.issue(self, draft(TokenDraft.Kind.SERVICE, null, Right.DEVICE_READ)));
    }

    @Test
    void expiredRevokedOrInventedToken_isNobody() {
        var self = networkAdmin();
        var tokens = identity.module.tokens();
        var expiring =
                done(tokens.issue(self, draft(TokenDraft.Kind.PERSONAL, Duration.ofHours(1), Right.DEVICE_READ)));
        var revoked = done(tokens.issue(self, draft(TokenDraft.Kind.SERVICE, null, Right.DEVICE_READ)));
        assertThat(await(tokens.caller(revoked.text()))).isInstanceOf(Caller.Service.class);

        assertThat(await(tokens.revoke(self, revoked.token().id()))).isTrue();
        assertThat(await(tokens.caller(revoked.text()))).isEqualTo(Caller.nobody());
        assertThat(await(tokens.revoke(self, revoked.token().id()))).isFalse();
        identity.clock.advance(Duration.ofHours(1));
        assertThat(await(tokens.caller(expiring.text()))).isEqualTo(Caller.nobody());
        assertThat(await(tokens.caller(new Secret("ronda_" + "a".repeat(49))))).isEqualTo(Caller.nobody());
    }

    @Test
    void lastUse_isWrittenOnceAMinute() {
        var self = networkAdmin();
        var tokens = identity.module.tokens();
        var issued = done(tokens.issue(self, draft(TokenDraft.Kind.SERVICE, null, Right.DEVICE_READ)));
        var first = identity.clock.instant();
        await(tokens.caller(issued.text()));
        identity.clock.advance(Duration.ofSeconds(30));
        await(tokens.caller(issued.text()));

        assertThat(await(tokens.find(issued.token().id())).orElseThrow().lastUsedAt())
                .isEqualTo(first);
        identity.clock.advance(Duration.ofSeconds(31));
        await(tokens.caller(issued.text()));
        assertThat(await(tokens.list(self.account(), 0, 10)).items().getFirst().lastUsedAt())
                .isEqualTo(identity.clock.instant());
    }

    @Test
    void lostToken_makesNoOtherToken_andChangesNoSecret() {
        var self = networkAdmin();
        var tokens = identity.module.tokens();
        var draft = draft(TokenDraft.Kind.PERSONAL, Duration.ofDays(1), Right.DEVICE_READ);
        var thief = (Caller.Person)
                await(tokens.caller(done(tokens.issue(self, draft)).text()));

        assertThat(reasons(tokens.issue(thief, draft))).containsExactly(Reason.SESSION_REQUIRED);
        assertThat(reasons(identity.module.secondFactors().begin(thief))).containsExactly(Reason.SESSION_REQUIRED);
        assertThat(reasons(identity.module
                        .accounts()
                        .changePassword(thief, TestingIdentity.PASSWORD, new Secret("kuda laut menari pelan"))))
                .containsExactly(Reason.SESSION_REQUIRED);
    }
}
