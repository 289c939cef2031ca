package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorTest {

    private TestingIdentity identity;
    private Caller.Person self;
    private TestingAuthenticator telephone;
    private List<Secret> recoveryCodes;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
        identity.account("budi");
        self = identity.person(identity.enter("budi").session());
        var enrolment = done(identity.module.secondFactors().begin(self));
        telephone = new TestingAuthenticator(enrolment.secret(), identity.clock);
        assertThat(enrolment.uri().reveal()).startsWith("otpauth://totp/Ronda%3Abudi?secret=");
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1"))).isInstanceOf(SignIn.SignedIn.class);
        recoveryCodes = done(identity.module.secondFactors().confirm(self, telephone.code()));
        identity.clock.advance(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private Secret pending() {
        SignIn first = identity.signIn("budi", PASSWORD, client("127.0.0.1"));
        assertThat(first).isInstanceOf(SignIn.SecondFactorNeeded.class);
        return ((SignIn.SecondFactorNeeded) first).pending();
    }

    private SignIn second(Secret pending, String code) {
        return await(identity.module.signIns().secondFactor(pending, code, client("127.0.0.1")));
    }

    @Test
    void code_opensTheDoorOnce_andTheIdIsANewOne() {
        Secret pending = pending();
        assertThat(await(identity.module.sessions().caller(pending)))
                .as("the first step opens nothing")
                .isEqualTo(Caller.nobody());
        String code = telephone.code();

        var in = (SignIn.SignedIn) second(pending, code);

        assertThat(in.session()).isNotEqualTo(pending);
        assertThat(identity.person(in.session()).name()).isEqualTo("budi");
        assertThat(second(pending, telephone.codeIn(Duration.ofSeconds(30))))
                .isEqualTo(new SignIn.Refused(Refusal.NO_SUCH_SIGN_IN));
        assertThat(second(pending(), code)).isEqualTo(new SignIn.Refused(Refusal.WRONG_CODE));
    }

    @Test
    void oneCode_atTheSameMomentFromTen_letsOneIn() {
        List<Secret> steps = IntStream.range(0, 10).mapToObj(i -> pending()).toList();
        String code = telephone.code();

        var all = steps.stream()
                .map(step -> identity.module.signIns().secondFactor(step, code, client("127.0.0.1")))
                .toList();

        assertThat(all.stream().map(TestingIdentity::await).filter(SignIn.SignedIn.class::isInstance))
                .hasSize(1);
    }

    @Test
    void sessionThatIsNotFresh_enrolsNothing() {
        identity.account("siti");
        var siti = identity.person(identity.enter("siti").session());

        identity.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(reasons(identity.module.secondFactors().begin(siti))).containsExactly(Reason.SIGN_IN_ANEW);

        var again = identity.person(identity.enter("siti").session());
        assertThat(done(identity.module.secondFactors().begin(again)).secret()).isNotNull();
    }

    @Test
    void clockOfTheTelephone_mayDifferByOneStep() {
        assertThat(second(pending(), telephone.codeIn(Duration.ofSeconds(60))))
                .isEqualTo(new SignIn.Refused(Refusal.WRONG_CODE));
        assertThat(second(pending(), telephone.codeIn(Duration.ofSeconds(30)))).isInstanceOf(SignIn.SignedIn.class);
        assertThat(second(pending(), telephone.code()))
                .as("a step before a used one is used up too")
                .isEqualTo(new SignIn.Refused(Refusal.WRONG_CODE));
    }

    @Test
    void recoveryCode_worksOnce_howeverItIsTyped() {
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        String typed =
                recoveryCodes.getFirst().reveal().toUpperCase(Locale.ROOT).replace("-", " ");

        assertThat(second(pending(), typed)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(second(pending(), typed)).isEqualTo(new SignIn.Refused(Refusal.WRONG_CODE));
        assertThat(await(identity.module.secondFactors().state(self.account())))
                .isEqualTo(new SecondFactors.State(true, 9));
    }

    @Test
    void firstStep_endsAfterFiveMinutes() {
        Secret pending = pending();
        identity.clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(second(pending, telephone.code())).isEqualTo(new SignIn.Refused(Refusal.NO_SUCH_SIGN_IN));
    }

    @Test
    void guessesAtTheCode_areSlowedDown() {
        Secret pending = pending();
        for (int i = 0; i < 6; i++) {
            assertThat(second(pending, "00000" + i)).isInstanceOf(SignIn.Refused.class);
        }

        assertThat(second(pending, telephone.code())).isEqualTo(new SignIn.Delayed(Duration.ofSeconds(1)));
    }

    @Test
    void removal_takesACode_orWhoMayEditTheAccount() {
        var factors = identity.module.secondFactors();
        assertThat(reasons(factors.remove(self, "000000"))).containsExactly(Reason.CODE_WRONG);
        assertThat(reasons(factors.removeFor(self, self.account()))).containsExactly(Reason.NOT_POSSIBLE);
        identity.account("siti");
        var stranger = identity.person(identity.enter("siti").session());
        assertThat(reasons(factors.removeFor(stranger, self.account()))).containsExactly(Reason.BEYOND_OWN_RIGHTS);
        assertThat(reasons(factors.begin(self))).containsExactly(Reason.NOT_POSSIBLE);
        var fresh = done(factors.renewRecoveryCodes(self, telephone.code()));
        assertThat(fresh).doesNotContainAnyElementsOf(recoveryCodes);

        done(factors.removeFor(CONSOLE, self.account()));

        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1"))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void secretOfTheAuthenticator_isSealedInTheTable() {
        assertThat(identity.number("select count(*) from identity.totp where position('" + telephone.secret()
                        + "' in encode(secret, 'escape')) > 0"))
                .isZero();
    }
}
