package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.Accounts;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.Tokens;
import id.ronda.identity.UnitId;
import id.ronda.identity.Units;
import id.ronda.kernel.http.ApiDocument;
import id.ronda.testkit.ListParameters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of people, tokens and offices in the grammar of all lists. */
class ListRoutesTest {

    private static final String API = "/api/v1/";

    private static TestingApi api;

    @BeforeAll
    static void start(@TempDir Path folder) {
        api = new TestingApi(folder);
        var admin = api.administrator();
        long dinas = admin.post(API + "units", "{'name': 'Dinas Kesehatan', 'kind': 'dinas'}")
                .json()
                .get("id")
                .longValue();
        admin.post(API + "units", "{'name': 'Puskesmas Muncar', 'kind': 'puskesmas', 'parent': " + dinas + "}");
        admin.post(API + "units", "{'name': 'Puskesmas Genteng', 'kind': 'puskesmas', 'parent': " + dinas + "}");
        admin.post(
                API + "users",
                "{'name': 'budi', 'displayName': 'Budi Santoso', 'email': 'BUDI@example.test', 'unit': " + dinas + "}");
        admin.post(API + "users", "{'name': 'ayu', 'displayName': 'Ayu', 'validUntil': '2020-01-01T00:00:00Z'}");
        admin.post(API + "users", "{'name': 'dewi', 'displayName': 'Dewi', 'validFrom': '2090-01-01T00:00:00Z'}");
        var person = api.person("citra", "admin-jaringan");
        person.post(API + "tokens", token("Skrip Satu", "2026-12-20T00:00:00Z"));
        person.post(API + "tokens", token("skrip dua", "2026-12-10T00:00:00Z"));
    }

    private static String token(String name, String until) {
        return "{'name': '" + name + "', 'rights': ['device.read'], 'expiresAt': '" + until + "'}";
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String found(String query) {
        var reply = api.administrator().get(API + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return String.join(",", reply.json().get("items").findValuesAsText("name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users?q=santos                            | budi
            users?email=budi@EXAMPLE.test             | budi
            users?email__empty=false                  | budi
            users?name=ayu&name=budi&sort=-name       | budi,ayu
            users?state=expired                       | ayu
            users?state=not_yet&state=expired&sort=name | ayu,dewi
            users?state=disabled                      | ''
            users?unit__empty=false                   | budi
            users?validUntil__lt=2021-01-01T00:00:00Z | ayu
            users?lastSignInAt__empty=false&name=budi&name=citra | citra
            users?sort=name&limit=2&name__contains=i  | admin,budi
            units?kind=puskesmas&sort=name            | Puskesmas Genteng,Puskesmas Muncar
            units?parent__empty=true                  | Dinas Kesehatan
            units?name=PKM%20Muncar&kind=puskesmas    | Puskesmas Muncar
            units?name=Dinas%20Kesehatan&kind=puskesmas | ''
            units?name__contains=musc                 | ''
            """)
    void filtersAndSorts(String query, String names) {
        assertThat(found(query)).isEqualTo(names);
    }

    @Test
    void tokens_areSortedByTheirEnds() {
        assertThat(found("tokens?sort=expiresAt")).isEqualTo("skrip dua,Skrip Satu");
        assertThat(found("tokens?kind=personal&name__contains=SATU&ownerName__contains=cit"))
                .isEqualTo("Skrip Satu");
        assertThat(found("tokens?kind=service")).isEmpty();
        assertThat(found("tokens?expiresAt__lt=2026-12-15T00:00:00Z&lastUsedAt__empty=true"))
                .isEqualTo("skrip dua");
    }

    @Test
    void pagesFollowTheirOrder() {
        var first = api.administrator().get(API + "users?sort=-name&limit=3").json();
        String rest =
                API + "users?sort=-name&limit=3&after=" + first.get("next").textValue();

        assertThat(first.get("items").findValuesAsText("name")).containsExactly("dewi", "citra", "budi");
        assertThat(api.administrator().get(rest).json().get("items").findValuesAsText("name"))
                .containsExactly("ayu", "admin");
    }

    @Test
    void whoSeesOneOffice_findsNobodyElse() {
        var list = api.administrator().get(API + "units?name=Dinas%20Kesehatan").json();
        api.identity.give(
                api.identity.account("kepala"),
                "admin-sistem",
                new UnitId(list.at("/items/0/id").longValue()));
        var chief = api.signedIn("kepala");

        assertThat(chief.get(API + "users?sort=name").json().get("items").findValuesAsText("name"))
                .containsExactly("budi");
        assertThat(chief.get(API + "users?name=ayu").json().get("items")).isEmpty();
        assertThat(chief.get(API + "tokens").json().get("items")).isEmpty();
    }

    @Test
    void everyParameterIsDescribed_andNothingElse() {
        var document = ApiDocument.of(List.of(IdentityModule.API)).tree();

        assertThat(ListParameters.described(document, API + "users")).isEqualTo(ListParameters.of(Accounts.LIST));
        assertThat(ListParameters.described(document, API + "tokens")).isEqualTo(ListParameters.of(Tokens.LIST));
        assertThat(ListParameters.described(document, API + "units")).isEqualTo(ListParameters.of(Units.LIST));
    }
}
