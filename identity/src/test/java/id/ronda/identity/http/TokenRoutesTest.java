package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRoutesTest {

    private static final String TOKENS = "/api/v1/tokens";

    private TestingApi api;

    @BeforeEach
    void start(@TempDir Path folder) {
        api = new TestingApi(folder);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private String in(Duration time) {
        return api.identity.clock.instant().plus(time).toString();
    }

    private String personal() {
        return "{'name': 'cadangan', 'rights': ['device.read', 'unit.read'], 'expiresAt': '" + in(Duration.ofDays(30))
                + "'}";
    }

    @Test
    void token_isShownOnce_mayOnlyWhatItWasGiven_andEndsWhenRevoked() {
        var siti = api.person("siti", "admin-sistem");
        var made = siti.post(TOKENS, personal());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String text = made.json().get("text").textValue();
        long id = made.json().at("/token/id").longValue();

        var script = api.bearer(text);
        assertThat(script.get("/api/v1/units").status()).isEqualTo(200);
        assertThat(script.get("/api/v1/users").status())
                .as("its owner may, it may not")
                .isEqualTo(403);
        var listed = siti.get(TOKENS);
        assertThat(listed.text()).doesNotContain(text.substring(6, 20));
        assertThat(listed.json().at("/items/0/lastUsedAt").textValue())
                .isEqualTo(api.identity.clock.instant().toString());
        assertThat(listed.json().at("/items/0/ownerName").textValue()).isEqualTo("Nama siti");

        assertThat(siti.delete(TOKENS + "/" + id).status()).isEqualTo(204);
        assertThat(script.get("/api/v1/units").status()).isEqualTo(401);
        assertThat(siti.delete(TOKENS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void token_ofAServiceTakesItsOwnRight() {
        String service = "{'name': 'grafana', 'kind': 'service', 'rights': ['device.read']}";

        assertThat(api.person("budi", "admin-jaringan").post(TOKENS, service).fields())
                .containsExactly("/kind");
        var made = api.person("siti", "admin-sistem").post(TOKENS, service);
        assertThat(made.json().at("/token/kind").textValue()).isEqualTo("service");
        assertThat(made.json().at("/token/expiresAt").isNull()).isTrue();
    }

    @Test
    void whatIsWrongInADraft_isNamed() {
        var siti = api.person("siti", "admin-sistem");

        assertThat(siti.post(TOKENS, personal().replace("'rights'", "'kind': 'gold', 'rights'"))
                        .fields())
                .containsExactly("/kind");
        assertThat(siti.post(TOKENS, personal().replace("unit.read", "fly")).fields())
                .containsExactly("/rights");
        assertThat(siti.post(TOKENS, personal().replace(in(Duration.ofDays(30)), "besok"))
                        .fields())
                .containsExactly("/expiresAt");
        assertThat(siti.post(TOKENS, "{'name': '', 'rights': ['role.write']}").fields())
                .containsExactly("/name", "/rights", "/expiresAt");
        assertThat(siti.post(TOKENS, personal().replace(in(Duration.ofDays(30)), in(Duration.ofDays(400))))
                        .text())
                .contains("must be in the future, a year at most");
    }

    @Test
    void tokenOfAnother_isNone_butNotForWhoKeepsHisAccount() {
        long id = api.person("budi", "admin-jaringan")
                .post(TOKENS, "{'name': 'x', 'rights': ['device.read'], 'expiresAt': '" + in(Duration.ofDays(1)) + "'}")
                .json()
                .at("/token/id")
                .longValue();
        var stranger = api.person("dewi", "manajer-aset");

        assertThat(stranger.get(TOKENS).json().get("items")).isEmpty();
        assertThat(stranger.delete(TOKENS + "/" + id).status()).isEqualTo(404);
        assertThat(api.person("operator", "operator").get(TOKENS).status()).isEqualTo(403);
        assertThat(api.person("ani", "admin").delete(TOKENS + "/" + id).status())
                .isEqualTo(204);
    }
}
