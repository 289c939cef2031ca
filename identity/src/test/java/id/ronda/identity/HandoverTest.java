package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {

    private TestingIdentity identity;
    private AccountId budi;
    private AccountId siti;
    private IssuedToken service;
    private IssuedToken personal;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
        budi = identity.account("budi");
        siti = identity.account("siti");
        identity.give(budi, "admin-sistem", null);
        identity.give(budi, "admin-jaringan", null);
        identity.give(siti, "admin-jaringan", null);
        var self = identity.person(identity.enter("budi").session());
        service = issue(self, TokenDraft.Kind.SERVICE);
        personal = issue(self, TokenDraft.Kind.PERSONAL);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private IssuedToken issue(Caller.Person self, TokenDraft.Kind kind) {
        var until = identity.clock.instant().plusSeconds(3600);
        return done(
                identity.module.tokens().issue(self, new TokenDraft(kind, "skrip", Set.of(Right.DEVICE_READ), until)));
    }

    private static String id(IssuedToken token) {
        return token.token().id().toString();
    }

    private HandoverResult disable(HandoverDecision... decisions) {
        return await(identity.module.accounts().disable(CONSOLE, budi, List.of(decisions)));
    }

    @Test
    void disabling_withoutADecisionForEach_isRefusedWithTheList() {
        var result = disable(new HandoverDecision.End("token", id(personal)));

        assertThat(result)
                .isInstanceOfSatisfying(
                        HandoverResult.Undecided.class,
                        undecided -> assertThat(undecided.belongings())
                                .extracting(Belonging::kind, Belonging::fate)
                                .contains(
                                        Tuple.tuple("token", Belonging.Fate.GIVE_OR_END),
                                        Tuple.tuple("token", Belonging.Fate.END),
                                        Tuple.tuple("session", Belonging.Fate.ENDS_BY_ITSELF)));
        assertThat(await(identity.module.accounts().find(CONSOLE, budi))
                        .orElseThrow()
                        .state())
                .isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void tokenOfAService_goesToItsNewOwner_andWorksOn() {
        var result = disable(
                new HandoverDecision.Give("token", id(service), siti), new HandoverDecision.End("token", id(personal)));

        assertThat(result).isInstanceOf(HandoverResult.Done.class);
        assertThat(await(identity.module.tokens().caller(service.text())))
                .isInstanceOfSatisfying(
                        Caller.Service.class,
                        caller -> assertThat(caller.owner()).isEqualTo(siti));
        assertThat(await(identity.module.tokens().find(CONSOLE, personal.token().id())))
                .isEmpty();
        assertThat(await(identity.module.accounts().belongings(CONSOLE, budi))).hasValue(List.of());
        done(identity.module.accounts().enable(CONSOLE, budi));
    }

    @Test
    void decisionThatMakesNoSense_isRefusedByItsPlace() {
        var result = disable(
                new HandoverDecision.Give("token", id(service), budi), new HandoverDecision.End("token", id(personal)));
        assertThat(result)
                .isEqualTo(new HandoverResult.Refused(
                        List.of(new FieldReason("/decisions/0/to", Reason.INACTIVE_ACCOUNT))));

        result = disable(
                new HandoverDecision.Give("token", id(service), siti),
                new HandoverDecision.Give("token", id(personal), siti),
                new HandoverDecision.Keep("token", id(service)));
        assertThat(result)
                .isEqualTo(new HandoverResult.Refused(List.of(
                        new FieldReason("/decisions/1", Reason.NOT_POSSIBLE),
                        new FieldReason("/decisions/2", Reason.NOT_POSSIBLE))));
    }

    @Test
    void moving_mayKeepThings_andChangesTheUnit() {
        var unit = done(
                identity.module.units().create(CONSOLE, new UnitDraft("Dinas Kesehatan", "dinas", null, List.of())));

        var result = await(identity.module
                .accounts()
                .move(
                        CONSOLE,
                        budi,
                        unit.id(),
                        List.of(
                                new HandoverDecision.Keep("token", id(service)),
                                new HandoverDecision.Keep("token", id(personal)))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        HandoverResult.Done.class,
                        done -> assertThat(done.account().draft().unit()).isEqualTo(unit.id()));
        assertThat(await(identity.module.accounts().move(CONSOLE, budi, new UnitId(999), List.of())))
                .isInstanceOf(HandoverResult.Refused.class);
    }

    @Test
    void whoMayLess_disablesNobodyWhoMayMore() {
        identity.give(identity.account("agus"), "admin-sistem", null);
        var agus = identity.person(identity.enter("agus").session());

        assertThat(await(identity.module.accounts().disable(agus, budi, List.of())))
                .isEqualTo(new HandoverResult.Refused(List.of(new FieldReason("", Reason.BEYOND_OWN_RIGHTS))));
        assertThat(await(identity.module.accounts().disable(agus, new AccountId(999), List.of())))
                .isEqualTo(new HandoverResult.Unknown());
    }
}
