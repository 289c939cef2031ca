package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.ExternalPolicy.Match;
import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a provider's word lets in. The provider here is a function: what it takes for proof is tested where it is made. */
class ExternalSignInTest {

    private static final ExternalIdentity WHO = new ExternalIdentity("https://sso.example.test", "a1b2");

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private static Proof.Proven proven(@Nullable String name, @Nullable String email, Set<String> groups) {
        return new Proof.Proven(WHO, name, "Budi Santoso", email, groups, Set.of("pwd"), new Secret("receipt"));
    }

    private static ExternalPolicy linking(Match by) {
        return new ExternalPolicy(Set.of(by), Map.of(), Set.of());
    }

    private SignIn enter(ExternalPolicy policy, Proof proof) {
        var result = identity.module.externalDoor(policy).enter(ignored -> proof, "evidence", client("127.0.0.1"));
        return ((ExternalSignIn.Decided) result).signIn();
    }

    private SignIn enter(Proof proof) {
        return enter(ExternalPolicy.LINKED_ONLY, proof);
    }

    private AccountId linked(String name) {
        AccountId account = identity.account(name);
        done(identity.module.externalIdentities().link(CONSOLE, account, WHO));
        return account;
    }

    private long links() {
        return identity.number("select count(*) from identity.external_identity");
    }

    @Test
    void linkedAccount_comesIn_whateverItsNameThere() {
        AccountId budi = linked("budi");

        var in = (SignIn.SignedIn) enter(proven("somebody", null, Set.of()));

        assertThat(identity.person(in.session()).account()).isEqualTo(budi);
        assertThat(identity.trail).contains(new TestingIdentity.Note("budi", "127.0.0.1", "signed-in"));
    }

    @Test
    void strangerStaysOutside_andTheTrailSaysWhomToLink() {
        identity.account("budi");

        assertThat(enter(proven("budi", "budi@example.test", Set.of("admin"))))
                .isEqualTo(new SignIn.Refused(Refusal.NO_LINKED_ACCOUNT));

        assertThat(identity.trail).contains(new TestingIdentity.Note("budi (a1b2)", "127.0.0.1", "no-linked-account"));
        assertThat(identity.count("no-linked-account")).isEqualTo(1);
        assertThat(links()).isZero();
    }

    @Test
    void onlyTheSameSubjectOfTheSameIssuerIsTheSamePerson() {
        linked("budi");
        var elsewhere = new ExternalIdentity("https://other.example.test", WHO.subject());

        assertThat(enter(new Proof.Proven(elsewhere, "budi", null, null, Set.of(), Set.of(), null)))
                .isEqualTo(new SignIn.Refused(Refusal.NO_LINKED_ACCOUNT));
    }

    @Test
    void accountThatIsClosed_staysClosed() {
        AccountId budi = linked("budi");
        var now = identity.clock.instant();
        var draft =
                new AccountDraft("siti", "Siti", null, null, Language.ID, now.plusSeconds(60), now.plusSeconds(120));
        var siti = done(identity.module.accounts().create(CONSOLE, draft))
                .account()
                .id();

        await(identity.module.accounts().disable(CONSOLE, budi, List.of()));
        assertThat(enter(proven(null, null, Set.of()))).isEqualTo(new SignIn.Refused(Refusal.DISABLED));

        done(identity.module.externalIdentities().unlink(CONSOLE, budi));
        done(identity.module.externalIdentities().link(CONSOLE, siti, WHO));
        assertThat(enter(proven(null, null, Set.of()))).isEqualTo(new SignIn.Refused(Refusal.NOT_YET_VALID));
        identity.clock.advance(Duration.ofSeconds(60));
        assertThat(enter(proven(null, null, Set.of()))).isInstanceOf(SignIn.SignedIn.class);
        identity.clock.advance(Duration.ofSeconds(60));
        assertThat(enter(proven(null, null, Set.of()))).isEqualTo(new SignIn.Refused(Refusal.EXPIRED));
    }

    @Test
    void passwordThatWasNeverUsed_needsNotBeChanged() {
        var made = done(identity.module.accounts().create(CONSOLE, AccountDraft.of("budi", "Budi")));
        identity.give(made.account().id(), "operator", null);
        done(identity.module.externalIdentities().link(CONSOLE, made.account().id(), WHO));

        var in = (SignIn.SignedIn) enter(proven(null, null, Set.of()));

        assertThat(in.mustChangePassword()).isFalse();
        assertThat(identity.person(in.session()).can(Right.DEVICE_READ)).isTrue();
        var byPassword = (SignIn.SignedIn) identity.signIn("budi", made.password(), client("127.0.0.1"));
        assertThat(identity.person(byPassword.session()).mustChangePassword()).isTrue();
    }

    private TestingAuthenticator telephone(String name) {
        var self = identity.person(identity.enter(name).session());
        var enrolment = done(identity.module.secondFactors().begin(self));
        var telephone = new TestingAuthenticator(enrolment.secret(), identity.clock);
        done(identity.module.secondFactors().confirm(self, telephone.code()));
        identity.clock.advance(Duration.ofSeconds(30));
        return telephone;
    }

    @Test
    void secondStep_isStillAsked_unlessTheProvidersIsTrusted() {
        var made = linked("budi");
        var telephone = telephone("budi");
        var withMfa = new Proof.Proven(WHO, null, null, null, Set.of(), Set.of("pwd", "mfa"), null);

        var first = (SignIn.SecondFactorNeeded) enter(withMfa);
        var in = await(identity.module.signIns().secondFactor(first.pending(), telephone.code(), client("127.0.0.1")));
        assertThat(identity.person(((SignIn.SignedIn) in).session()).account()).isEqualTo(made);
        assertThat(identity.number("select count(*) from identity.provider_session"))
                .as("who opened it goes over into the session")
                .isEqualTo(1);

        var trusting = new ExternalPolicy(Set.of(), Map.of(), Set.of("mfa"));
        assertThat(enter(trusting, withMfa)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(enter(trusting, proven(null, null, Set.of()))).isInstanceOf(SignIn.SecondFactorNeeded.class);
    }

    @Test
    void verifiedAddress_linksTheOneAccountThatHasIt_whereThatIsSaid() {
        AccountId budi = identity.account("budi");
        var account = await(identity.module.accounts().find(TestingIdentity.CONSOLE, budi))
                .orElseThrow();
        done(identity.module
                .accounts()
                .edit(CONSOLE, budi, account.revision(), withEmail("budi", "Budi@Example.test")));
        var proof = proven("other", "budi@example.test", Set.of());

        assertThat(enter(linking(Match.PREFERRED_USERNAME), proof)).isInstanceOf(SignIn.Refused.class);
        assertThat(enter(linking(Match.VERIFIED_EMAIL), proven("budi", null, Set.of())))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(enter(linking(Match.VERIFIED_EMAIL), proof)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(enter(proof)).as("linked for good").isInstanceOf(SignIn.SignedIn.class);
        assertThat(await(identity.module.externalIdentities().find(budi))).contains(WHO);
    }

    private static AccountDraft withEmail(String name, String email) {
        return new AccountDraft(name, "Nama", email, null, Language.ID, null, null);
    }

    @Test
    void addressOfTwo_linksNeither() {
        done(identity.module.accounts().create(CONSOLE, withEmail("budi", "ict@example.test")));
        done(identity.module.accounts().create(CONSOLE, withEmail("siti", "ict@example.test")));

        assertThat(enter(linking(Match.VERIFIED_EMAIL), proven(null, "ict@example.test", Set.of())))
                .isEqualTo(new SignIn.Refused(Refusal.NO_LINKED_ACCOUNT));
    }

    @Test
    void nameLinks_whereThatIsSaid_butNoAdministratorAndNobodyTwice() {
        var byName = linking(Match.PREFERRED_USERNAME);
        identity.give(identity.account("siti"), "admin-sistem", null);
        AccountId joko = identity.account("joko");
        done(identity.module.externalIdentities().link(CONSOLE, joko, new ExternalIdentity(WHO.issuer(), "joko")));
        AccountId budi = identity.account("budi");

        assertThat(enter(byName, proven("admin", null, Set.of()))).isInstanceOf(SignIn.Refused.class);
        assertThat(enter(byName, proven("siti", null, Set.of()))).isInstanceOf(SignIn.Refused.class);
        assertThat(enter(byName, proven("joko", null, Set.of()))).isInstanceOf(SignIn.Refused.class);
        var in = (SignIn.SignedIn) enter(byName, proven("BUDI", null, Set.of()));
        assertThat(in.account()).isEqualTo(budi);
    }

    @Test
    void newAccount_getsTheRolesOfItsGroups_onceAndWithoutAPassword() {
        var policy = new ExternalPolicy(Set.of(), Map.of("noc", "operator", "audit", "auditor"), Set.of());

        assertThat(enter(policy, proven("budi", null, Set.of("staff"))))
                .isEqualTo(new SignIn.Refused(Refusal.NO_LINKED_ACCOUNT));
        var in = (SignIn.SignedIn) enter(policy, proven("budi", "budi@example.test", Set.of("noc", "staff")));

        var person = identity.person(in.session());
        assertThat(person.displayName()).isEqualTo("Budi Santoso");
        assertThat(person.can(Right.DEVICE_READ)).isTrue();
        assertThat(person.can(Right.EXPORT)).isFalse();
        assertThat(await(identity.module.roles().of(in.account())))
                .singleElement()
                .satisfies(grant -> assertThat(grant.role()).isEqualTo(identity.preset("operator")));
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1")))
                .isEqualTo(new SignIn.Refused(Refusal.NO_PASSWORD));

        var again = (SignIn.SignedIn) enter(policy, proven("renamed", null, Set.of("audit")));
        assertThat(again.account()).isEqualTo(in.account());
        assertThat(await(identity.module.roles().of(in.account()))).hasSize(1);
    }

    @Test
    void roleThatLetsOthersIn_orThatThereIsNot_isGivenToNoGroup() {
        for (String role : List.of("admin", "admin-sistem", "raja")) {
            var policy = new ExternalPolicy(Set.of(), Map.of("noc", role), Set.of());
            assertThatThrownBy(() -> identity.module.externalDoor(policy))
                    .isInstanceOf(OidcSettingRefused.class)
                    .hasMessageContaining(role);
        }
    }

    @Test
    void newAccount_neverTakesTheNameOfAnother() {
        identity.account("budi");
        var policy = new ExternalPolicy(Set.of(), Map.of("noc", "operator"), Set.of());

        assertThat(enter(policy, proven("Budi", null, Set.of("noc"))))
                .isEqualTo(new SignIn.Refused(Refusal.NAME_NOT_FREE));
        assertThat(enter(policy, proven("<b>", null, Set.of("noc"))))
                .isEqualTo(new SignIn.Refused(Refusal.NAME_NOT_FREE));
        assertThat(enter(policy, proven(null, null, Set.of("noc"))))
                .isEqualTo(new SignIn.Refused(Refusal.NAME_NOT_FREE));
        assertThat(links()).isZero();
    }

    @Test
    void firstSignInsOfOnePerson_atTheSameMoment_makeOneAccount() {
        var policy = new ExternalPolicy(Set.of(), Map.of("noc", "operator"), Set.of());
        var door = identity.module.externalDoor(policy);
        var proof = proven("budi", null, Set.of("noc"));

        var all = IntStream.range(0, 4)
                .mapToObj(i -> door.<ExternalSignIn>wait(
                        new ExternalSignIn.Unproven(ProofFault.PROVIDER_AWAY),
                        () -> door.enter(ignored -> proof, i, client("127.0.2." + i))))
                .map(TestingIdentity::await)
                .toList();

        assertThat(all)
                .allMatch(result -> result instanceof ExternalSignIn.Decided decided
                        && decided.signIn() instanceof SignIn.SignedIn);
        assertThat(links()).isEqualTo(1);
    }

    @Test
    void wrongProofs_slowTheirAddressDown_butAProviderThatIsAwayDoesNot() {
        identity.account("budi");
        var door = identity.module.externalDoor(ExternalPolicy.LINKED_ONLY);
        var away = new Proof.Unproven(ProofFault.PROVIDER_AWAY);
        for (int i = 0; i < 60; i++) {
            assertThat(door.enter(ignored -> away, i, client("127.0.0.7")))
                    .isEqualTo(new ExternalSignIn.Unproven(ProofFault.PROVIDER_AWAY));
        }
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.7"))).isInstanceOf(SignIn.SignedIn.class);

        var forged = new Proof.Unproven(ProofFault.TOKEN_SIGNATURE);
        ExternalSignIn last = null;
        for (int i = 0; i < 60; i++) {
            last = door.enter(ignored -> forged, i, client("127.0.0.8"));
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        ExternalSignIn.Decided.class,
                        decided -> assertThat(decided.signIn()).isInstanceOf(SignIn.Delayed.class));
        assertThat(identity.count("token-signature")).isEqualTo(31);
        assertThat(identity.count("provider-away")).isEqualTo(60);
    }

    @Test
    void providerThatHangs_keepsNobodyWaitingWhoComesByPassword() throws Exception {
        identity.account("budi");
        var door = identity.module.externalDoor(ExternalPolicy.LINKED_ONLY);
        var hanging = new CountDownLatch(1);
        String full = "full";

        var all = IntStream.range(0, 40)
                .mapToObj(i -> door.wait(full, () -> hanging.await(20, TimeUnit.SECONDS) ? "done" : "late"))
                .toList();

        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1"))).isInstanceOf(SignIn.SignedIn.class);
        hanging.countDown();
        assertThat(all.stream().map(TestingIdentity::await).filter(full::equals))
                .hasSize(8);
        assertThat(identity.count("busy")).isEqualTo(8);
    }
}
