package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.http.Witness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail over HTTP: page by page, narrowed, as a file, one act, and the state of its chain. */
class AuditApiTest {

    private static final String TRAIL = "/api/v1/audit-trail";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TestingIdentity identity;
    private TestingApi api;
    private String auditor;
    private AccountId budi;

    @BeforeEach
    void open() {
        identity = new TestingIdentity(folder);
        api = new TestingApi(identity, Witness.NONE);
        auditor = api.session("siti", "auditor");
        budi = done(identity.module.accounts().create(CONSOLE, AccountDraft.of("budi", "Budi Santoso")))
                .account()
                .id();
    }

    @AfterEach
    void close() {
        api.close();
        identity.close();
    }

    private JsonNode get(String query) {
        var answer = api.get(auditor, TRAIL + query, "application/json");
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void everyPage_comesOnce_fromTheNewestToTheOldest() {
        List<Long> ids = new ArrayList<>();
        JsonNode page = get("?limit=7");
        page.get("items").forEach(item -> ids.add(item.get("id").asLong()));
        while (!page.get("next").isNull()) {
            assertThat(page.get("next").asText()).matches("[A-Za-z0-9_-]+");
            page = get("?limit=7&after=" + page.get("next").asText());
            page.get("items").forEach(item -> ids.add(item.get("id").asLong()));
        }

        assertThat(ids).hasSize((int) identity.number("select count(*) from identity.audit"));
        assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
    }

    @Test
    void filters_narrowIt_andWhatIsNoneIsRefused() {
        JsonNode made = get("?objectType=account&objectId=" + budi).at("/items/0");
        assertThat(made.get("action").asText()).isEqualTo("created");
        assertThat(made.get("objectLabel").asText()).isEqualTo("Budi Santoso");
        assertThat(made.at("/actor/name").asText()).isEqualTo("console");
        assertThat(made.at("/after/name").asText()).isEqualTo("budi");
        String set = made.get("changeSet").asText();

        assertThat(get("?changeSet=" + set).get("items")).hasSize(1);
        assertThat(get("/" + set).get("items")).hasSize(1);
        assertThat(get("?actor=CONSOLE&action=created&objectType=account&limit=1")
                        .at("/items/0/objectLabel")
                        .asText())
                .isEqualTo("Budi Santoso");
        assertThat(get("?to=" + made.get("at").asText() + "&objectId=" + budi + "&objectType=account")
                        .get("items"))
                .isEmpty();
        assertThat(get("?from=" + made.get("at").asText() + "&objectId=" + budi + "&objectType=account")
                        .get("items"))
                .hasSize(1);
        assertThat(api.get(auditor, TRAIL + "?actor=%00", "*/*").status()).isEqualTo(422);

        var wrong =
                api.get(auditor, TRAIL + "?action=eaten&changeSet=1&from=yesterday&to=%2B99999-01-01T00:00:00Z", "*/*");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").findValuesAsText("field"))
                .containsExactly("action", "changeSet", "from", "to");
        assertThat(api.get(auditor, TRAIL + "?after=x", "*/*").status()).isEqualTo(422);
        assertThat(api.get(auditor, TRAIL + "/7", "*/*").status()).isEqualTo(404);
    }

    @Test
    void asAFile_itHasALineForEachEntry() {
        var csv = api.get(auditor, TRAIL + "?objectType=account&objectId=" + budi, "text/csv");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        List<String> lines = csv.whole().body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("id,at,changeSet,actorKind").endsWith("note,position");
        assertThat(lines.getLast()).contains("created,account," + budi + ",Budi Santoso");
    }

    @Test
    void aRoleThatWasGiven_isToldByNames() {
        identity.give(budi, "auditor", null);

        JsonNode given = get("?action=granted&limit=1").at("/items/0");
        assertThat(given.get("objectLabel").asText()).isEqualTo("Budi Santoso");
        assertThat(given.at("/after/role").asText()).isEqualTo("Auditor");
    }

    @Test
    void verification_tellsHowFarItIsSealed() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/verification").get("waiting").asLong() == 0);

        JsonNode seal = get("/verification");
        assertThat(seal.get("state").asText()).isEqualTo("sealed");
        assertThat(seal.get("position").asLong()).isEqualTo(identity.number("select count(*) from identity.audit"));
        assertThat(seal.get("sealedTo").asText()).isNotEmpty();
        assertThat(seal.get("verdict").isNull()).isTrue();
    }

    @Test
    void aSignInThatFailed_isFoundByTheAccountThatWasTried_andNamesNobodyAsItsActor() {
        var trail = new AuditedSignIns(identity.postgres.database(), identity.module.trail());

        trail.note("BUDI", "127.0.0.9", "wrong-password");
        trail.note("rahasia saya", "127.0.0.9", "unknown-account");
        trail.note("budi", "127.0.0.9", "signed-in");

        JsonNode items = get("?objectType=sign-in").get("items");
        assertThat(items).hasSize(3);
        assertThat(items.get(0).at("/actor/id").asText()).isEqualTo(budi.toString());
        assertThat(items.get(1).toString()).doesNotContain("rahasia");
        assertThat(items.get(2).at("/actor/kind").asText()).isEqualTo("anonymous");
        assertThat(items.get(2).get("objectId").asText()).isEqualTo(budi.toString());
        assertThat(items.get(2).at("/actor/address").asText()).isEqualTo("127.0.0.9");
    }

    @Test
    void whoMayNotRead_isTold403() {
        String operator = api.session("dewi", "operator");

        assertThat(api.get(operator, TRAIL, "*/*").status()).isEqualTo(403);
        assertThat(api.get(operator, TRAIL + "/verification", "*/*").status()).isEqualTo(403);
    }
}
