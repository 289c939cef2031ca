package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.http.Witness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP: found, edited on the state that was read, moved, and their sessions ended. */
class UsersApiTest {

    private static final String USERS = "/api/v1/users";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TestingIdentity identity;
    private TestingApi api;
    private String admin;

    @BeforeEach
    void open() {
        identity = new TestingIdentity(folder);
        api = new TestingApi(identity, Witness.NONE);
        admin = api.session("siti", "admin");
    }

    @AfterEach
    void close() {
        api.close();
        identity.close();
    }

    private AccountId person(String name, @Nullable UnitId unit) {
        return done(identity.module
                        .accounts()
                        .create(CONSOLE, new AccountDraft(name, "Nama " + name, null, unit, Language.ID, null, null)))
                .account()
                .id();
    }

    private UnitId unit(String name) {
        return done(identity.module.units().create(CONSOLE, new UnitDraft(name, "dinas", null, List.of())))
                .id();
    }

    private List<String> names(String session, String query) {
        return api.get(session, USERS + query, "application/json")
                .json()
                .get("items")
                .findValuesAsText("name");
    }

    @Test
    void theList_isNarrowedByWordsUnitAndState() {
        UnitId kesehatan = unit("Dinas Kesehatan");
        AccountId budi = person("budi_99", kesehatan);
        person("dewi", null);
        await(identity.module.accounts().disable(CONSOLE, budi, List.of()));

        assertThat(names(admin, "?q=NAMA")).contains("budi_99", "dewi", "siti").doesNotContain("admin");
        assertThat(names(admin, "?q=%25")).isEmpty();
        assertThat(names(admin, "?q=i_9")).containsExactly("budi_99");
        assertThat(names(admin, "?unit=" + kesehatan)).containsExactly("budi_99");
        assertThat(names(admin, "?state=disabled")).containsExactly("budi_99");
        assertThat(names(admin, "?state=active")).contains("dewi").doesNotContain("budi_99");
        assertThat(names(admin, "?state=expired")).isEmpty();
        JsonNode refused = api.get(admin, USERS + "?state=dead&unit=x", "*/*").json();
        assertThat(refused.get("errors").findValuesAsText("field")).containsExactly("unit", "state");
    }

    @Test
    void whoSeesOneUnitOnly_seesItsAccountsOnly() {
        UnitId kesehatan = unit("Dinas Kesehatan");
        AccountId hers = person("dewi", kesehatan);
        AccountId other = person("budi", unit("Dinas Sosial"));
        identity.give(identity.account("auditor", kesehatan), "auditor", kesehatan);
        String auditor = identity.enter("auditor").session().reveal();

        assertThat(names(auditor, "")).containsExactlyInAnyOrder("dewi", "auditor");
        assertThat(api.get(auditor, USERS + "/" + hers, "*/*").status()).isEqualTo(200);
        assertThat(api.get(auditor, USERS + "/" + other, "*/*").status()).isEqualTo(404);
        assertThat(api.get(auditor, USERS + "/" + other + "/belongings", "*/*").status())
                .isEqualTo(404);
        assertThat(api.get(auditor, USERS + "/" + other + "/sessions", "*/*").status())
                .isEqualTo(404);
        var trail = api.get(auditor, "/api/v1/audit-trail", "*/*");
        assertThat(trail.status()).isEqualTo(403);
        assertThat(trail.json().get("detail").asText()).contains("no unit");
    }

    @Test
    void anEdit_isMadeOnTheStateThatWasRead_andStandsInTheTrailWithItsOrigin() {
        AccountId budi = person("budi", null);
        String path = USERS + "/" + budi;
        String tag = api.get(admin, path, "*/*").header("ETag");

        var edited = api.send(
                admin,
                "PATCH",
                path,
                "{\"email\":\"budi@dinas.example\",\"validUntil\":\"2027-01-01T00:00:00Z\"}",
                "If-Match",
                tag);

        assertThat(edited.status()).as(edited.whole().body()).isEqualTo(200);
        assertThat(edited.json().get("displayName").asText()).isEqualTo("Nama budi");
        assertThat(edited.json().get("email").asText()).isEqualTo("budi@dinas.example");
        assertThat(edited.header("ETag")).isNotEqualTo(tag);
        assertThat(api.send(admin, "PATCH", path, "{\"name\":\"budi2\"}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        var cleared = api.send(admin, "PATCH", path, "{\"email\":null}");
        assertThat(cleared.json().get("email").isNull()).isTrue();
        assertThat(cleared.json().get("validUntil").asText()).isEqualTo("2027-01-01T00:00:00Z");

        var entry = identity.entries(AuditFilter.ofObject("account", budi.toString()))
                .getFirst();
        assertThat(entry.actor().name()).isEqualTo("siti");
        assertThat(entry.actor().from().address()).isEqualTo("127.0.0.1");
        assertThat(entry.actor().from().session()).startsWith("session ");
    }

    @Test
    void anEdit_thatMakesNoSense_isRefusedByField() {
        AccountId budi = person("budi", null);
        String path = USERS + "/" + budi;

        assertThat(api.send(admin, "PATCH", path, "[]").status()).isEqualTo(422);
        assertThat(api.send(admin, "PATCH", path, "{").status()).isEqualTo(400);
        assertThat(api.send(admin, "PATCH", path, "{\"nick\":1}").status()).isEqualTo(422);
        assertThat(api.send(admin, "PATCH", path, "{\"validUntil\":\"+99999-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.send(admin, "PATCH", path, "{\"name\":\"siti\"}")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("/name");
        assertThat(api.send(admin, "PATCH", path, "{\"unit\":1}")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("/unit");
        assertThat(api.send(admin, "PATCH", USERS + "/999999", "{}").status()).isEqualTo(404);
    }

    @Test
    void aMove_asksForEachBelonging_whichMayStay() {
        UnitId sosial = unit("Dinas Sosial");
        AccountId budi = identity.account("budi");
        identity.give(budi, "admin-jaringan", null);
        var self = identity.person(identity.enter("budi").session());
        var token = done(identity.module
                .tokens()
                .issue(
                        self,
                        new TokenDraft(
                                TokenDraft.Kind.PERSONAL,
                                "skrip",
                                Set.of(Right.DEVICE_READ),
                                identity.clock.instant().plus(Duration.ofDays(1)))));
        String path = USERS + "/" + budi + "/move";

        assertThat(api.send(admin, "POST", path, "{\"unit\":" + sosial + "}").status())
                .isEqualTo(409);
        var both = "{\"unit\":%s,\"decisions\":[{\"kind\":\"token\",\"id\":\"%s\",\"keep\":true,\"to\":1}]}";
        assertThat(api.send(
                                admin,
                                "POST",
                                path,
                                both.formatted(sosial, token.token().id()))
                        .status())
                .isEqualTo(422);
        var moved = api.send(
                admin,
                "POST",
                path,
                both.replace(",\"to\":1", "").formatted(sosial, token.token().id()));

        assertThat(moved.status()).as(moved.whole().body()).isEqualTo(200);
        assertThat(moved.json().get("unit").asLong()).isEqualTo(sosial.value());
        assertThat(await(identity.module.tokens().find(CONSOLE, token.token().id())))
                .isPresent();
    }

    @Test
    void allSessionsOfSomebody_areListedAndEnded_butNotThoseOfWhoMayMore() {
        AccountId budi = identity.account("budi");
        var session = identity.enter("budi").session();
        String path = USERS + "/" + budi + "/sessions";
        assertThat(api.get(admin, path, "*/*").json().get("items")).hasSize(1);

        assertThat(api.send(admin, "DELETE", path, "").status()).isEqualTo(204);

        assertThat(await(identity.module.sessions().caller(session))).isEqualTo(Caller.nobody());
        var entry = identity.entries(AuditFilter.ofObject("account", budi.toString()))
                .getFirst();
        assertThat(entry.action()).isEqualTo(AuditAction.SESSION_REVOKED);
        assertThat(entry.actor().name()).isEqualTo("siti");
        assertThat(api.send(admin, "DELETE", USERS + "/999999/sessions", "").status())
                .isEqualTo(404);

        AccountId top = identity.account("dewi");
        identity.give(top, "admin", null);
        identity.enter("dewi");
        String system = api.session("joko", "admin-sistem");
        assertThat(api.send(system, "DELETE", USERS + "/" + top + "/sessions", "")
                        .status())
                .isEqualTo(422);
        assertThat(await(identity.module.sessions().of(top))).isNotEmpty();
    }

    @Test
    void aHandover_isToldWithBothNames() {
        AccountId budi = identity.account("budi");
        identity.give(budi, "admin-sistem", null);
        var self = identity.person(identity.enter("budi").session());
        var token = done(identity.module
                .tokens()
                .issue(self, new TokenDraft(TokenDraft.Kind.SERVICE, "grafana", Set.of(Right.DEVICE_READ), null)));
        AccountId dewi = identity.account("dewi");

        var done = api.send(
                admin,
                "POST",
                USERS + "/" + budi + "/disable",
                "{\"decisions\":[{\"kind\":\"token\",\"id\":\"" + token.token().id() + "\",\"to\":" + dewi + "}]}");

        assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
        var entry = identity.entries(new AuditFilter(null, null, null, AuditAction.HANDED_OVER, null, null, null))
                .getFirst();
        assertThat(entry.objectLabel()).isEqualTo("grafana");
        assertThat(String.valueOf(entry.after())).contains("Nama budi", "Nama dewi");
        assertThat(identity.entries(new AuditFilter(null, null, null, null, entry.changeSet(), null, null)))
                .extracting(AuditEntry::objectType)
                .contains("account", "token");
    }
}
