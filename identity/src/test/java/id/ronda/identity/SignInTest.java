package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    private static final Secret WRONG = new Secret("bukan kata sandi yang benar");

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void rightPassword_opensASession_whateverTheCaseOfTheName() {
        AccountId budi = identity.account("Budi");

        var in = (SignIn.SignedIn) identity.signIn(" bUDI ", PASSWORD, client("127.0.0.9"));

        var person = identity.person(in.session());
        assertThat(person.account()).isEqualTo(budi);
        assertThat(person.name()).isEqualTo("Budi");
        assertThat(await(identity.module.sessions().of(budi)))
                .singleElement()
                .satisfies(session -> assertThat(session.address()).isEqualTo("127.0.0.9"));
        assertThat(identity.trail).contains(new TestingIdentity.Note(" bUDI ", "127.0.0.9", "signed-in"));
    }

    @Test
    void everySignIn_hasAnIdOfItsOwn_andOnlyItsHashIsStored() {
        identity.account("budi");

        var first = identity.enter("budi");
        var second = identity.enter("budi");

        assertThat(first.session()).isNotEqualTo(second.session());
        assertThat(identity.number("select count(*) from identity.session s where encode(s.hash, 'escape') like '%"
                        + first.session().reveal() + "%'"))
                .isZero();
        assertThat(first.session().reveal()).hasSize(43);
    }

    @Test
    void unknownName_andWrongPassword_differOnlyInTheTrail() {
        identity.account("budi");

        SignIn unknown = identity.signIn("siti", WRONG, client("127.0.0.1"));
        SignIn wrong = identity.signIn("budi", WRONG, client("127.0.0.1"));

        assertThat(unknown).isEqualTo(new SignIn.Refused(Refusal.UNKNOWN_ACCOUNT));
        assertThat(wrong).isEqualTo(new SignIn.Refused(Refusal.WRONG_PASSWORD));
        assertThat(identity.meters.timer("ronda.password.hash").count())
                .as("both cost a hash")
                .isGreaterThanOrEqualTo(2);
        assertThat(identity.count("unknown-account")).isEqualTo(1);
        assertThat(identity.count("wrong-password")).isEqualTo(1);
    }

    @Test
    void accountOutOfItsTime_isRefusedByName() {
        var now = identity.clock.instant();
        var draft = new AccountDraft(
                "auditor", "Inspektorat", null, null, Language.ID, now.plusSeconds(60), now.plusSeconds(120));
        var made = done(identity.module.accounts().create(TestingIdentity.CONSOLE, draft));

        assertThat(identity.signIn("auditor", made.password(), client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.NOT_YET_VALID));
        identity.clock.advance(Duration.ofSeconds(60));
        var in = (SignIn.SignedIn) identity.signIn("auditor", made.password(), client("127.0.0.1"));
        assertThat(await(identity.module.sessions().caller(in.session()))).isInstanceOf(Caller.Person.class);
        identity.clock.advance(Duration.ofSeconds(60));
        assertThat(await(identity.module.sessions().caller(in.session()))).isEqualTo(Caller.nobody());
        assertThat(identity.signIn("auditor", made.password(), client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.EXPIRED));
    }

    @Test
    void oneTimePassword_allowsNothingButToChangeIt_andEndsByItself() {
        var made = done(identity.module.accounts().create(TestingIdentity.CONSOLE, AccountDraft.of("budi", "Budi")));
        identity.give(made.account().id(), "admin", null);

        var in = (SignIn.SignedIn) identity.signIn("budi", made.password(), client("127.0.0.1"));
        var self = identity.person(in.session());

        assertThat(in.mustChangePassword()).isTrue();
        assertThat(self.can(Right.DEVICE_READ)).isFalse();
        done(identity.module.accounts().changePassword(self, made.password(), PASSWORD));
        assertThat(identity.person(in.session()).can(Right.DEVICE_READ)).isTrue();

        var reset = done(identity.module
                .accounts()
                .resetPassword(TestingIdentity.CONSOLE, made.account().id()));
        assertThat(await(identity.module.sessions().caller(in.session()))).isEqualTo(Caller.nobody());
        identity.clock.advance(Duration.ofDays(3));
        assertThat(identity.signIn("budi", reset.password(), client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.PASSWORD_EXPIRED));
    }

    @Test
    void changedPassword_endsTheOtherSessions_andMustBeAnotherOne() {
        identity.account("budi");
        var stolen = identity.enter("budi");
        var self = identity.person(identity.enter("budi").session());
        var accounts = identity.module.accounts();

        assertThat(reasons(accounts.changePassword(self, WRONG, new Secret("kuda laut menari pelan"))))
                .containsExactly(Reason.PASSWORD_WRONG);
        assertThat(reasons(accounts.changePassword(self, PASSWORD, PASSWORD)))
                .containsExactly(Reason.PASSWORD_UNCHANGED);
        assertThat(reasons(accounts.changePassword(self, PASSWORD, new Secret("passwordpassword"))))
                .containsExactly(Reason.PASSWORD_REPEATS);
        done(accounts.changePassword(self, PASSWORD, new Secret("kuda laut menari pelan")));

        assertThat(await(identity.module.sessions().caller(stolen.session()))).isEqualTo(Caller.nobody());
        assertThat(await(identity.module.sessions().of(self.account()))).hasSize(1);
    }

    @Test
    void passwordOfAnotherCost_isHashedAnewAtTheNextSignIn(@TempDir Path other) {
        identity.account("budi");
        String stored =
                "select count(*) from identity.account where password_hash like '$argon2id$v=19$m=16,t=2,p=1$%'";
        assertThat(identity.number(stored)).isZero();
        var settings = IdentitySettings.USUAL.withCost(new PasswordCost(16, 2));

        try (var stronger = new IdentityModule(identity.needs(List.of()), settings)) {
            for (int i = 0; i < 2; i++) {
                SignIn result = await(stronger.signIns().signIn("budi", PASSWORD, client("127.0.0.1")));
                assertThat(result).isInstanceOf(SignIn.SignedIn.class);
                assertThat(identity.number(stored)).isEqualTo(1);
            }
        }
    }

    @Test
    void fullQueue_isBusy_andCountsNoFailure() {
        identity.account("budi");
        var settings =
                new IdentitySettings(Duration.ofMinutes(30), Duration.ofHours(12), new PasswordCost(4096, 3), 1, 1);

        try (var small = new IdentityModule(identity.needs(List.of()), settings)) {
            var all = IntStream.range(0, 30)
                    .mapToObj(i -> small.signIns().signIn("orang" + i, WRONG, client("127.0.1." + i)))
                    .toList();
            var results = all.stream().map(TestingIdentity::await).toList();

            assertThat(results).contains(new SignIn.Busy(), new SignIn.Refused(Refusal.UNKNOWN_ACCOUNT));
            long tried =
                    results.stream().filter(SignIn.Refused.class::isInstance).count();
            assertThat(identity.number("select coalesce(sum(failures), 0) from identity.guess where key like 'name:%'"))
                    .isEqualTo(tried);
            assertThat(identity.meters.counter("ronda.password.busy").count()).isPositive();
        }
    }

    @Test
    void oneAccount_fromFiveDevicesAtTheSameMoment_isLetInFiveTimes() {
        AccountId budi = identity.account("budi");

        var all = IntStream.range(0, 5)
                .mapToObj(i -> identity.module.signIns().signIn("budi", PASSWORD, client("127.0.2." + i)))
                .toList();

        assertThat(all.stream().map(TestingIdentity::await)).allMatch(SignIn.SignedIn.class::isInstance);
        assertThat(await(identity.module.sessions().of(budi))).hasSize(5);
    }
}
