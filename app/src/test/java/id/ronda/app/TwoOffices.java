package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Classification;
import id.ronda.identity.Client;
import id.ronda.identity.IssuedToken;
import id.ronda.identity.Label;
import id.ronda.identity.Language;
import id.ronda.identity.Right;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.RoleId;
import id.ronda.identity.SignIn;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Json;
import id.ronda.kernel.Secret;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole product with two offices: each has a person whose role is for his office alone, and a device with all that a device has.
 * Whatever belongs to an office has its word in its name.
 */
final class TwoOffices {

    static final String HEALTH = "kesehatan";
    static final String SCHOOLS = "pendidikan";
    private static final Caller SERVER = Caller.Service.ofServer("test");
    private static final Client CLIENT = new Client("127.0.0.1", "test", null);
    private static final Secret PASSWORD = new Secret("perahu bambu hijau tujuh");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Platform platform;
    private final Set<Right> rights;
    final RoleId role;
    final Office health;
    final Office schools;

    /** One of them, with ids of what is its own. */
    record Office(
            String word, UnitId unit, AccountId account, TokenId tokenId, String token, long device, long series) {}

    /**
     * Makes them.
     *
     * @param rights what their people may in their offices
     */
    TwoOffices(Platform platform, Set<Right> rights) throws Exception {
        this.platform = platform;
        this.rights = rights;
        // Roles are the regency's: both have the same, each for his office.
        role = done(platform.identity()
                        .roles()
                        .create(SERVER, new RoleDraft(new Label("Kantor", "Office"), rights, Classification.RAHASIA)))
                .id();
        health = office(HEALTH, 1);
        schools = office(SCHOOLS, 2);
    }

    /** A product on an empty folder. */
    static Platform start(Path folder, Shutdown shutdown) throws Exception {
        var read = ConfigReader.read(
                ServerConfig.class,
                null,
                Map.of("ronda.data", folder.resolve("data").toString(), "ronda.port", "0"),
                Map.of());
        return Platform.start(((ConfigResult.Read<ServerConfig>) read).config(), DataFolder.Use.SERVE, shutdown);
    }

    private Office office(String word, int number) throws Exception {
        var identity = platform.identity();
        UnitId unit = done(identity.units()
                        .create(SERVER, new UnitDraft("Dinas " + word, "dinas", null, List.of("alias-" + word))))
                .id();
        AccountId account = account(word, unit);
        IssuedToken issued = token(account, word);
        String token = issued.text().reveal();
        String body = """
                {"address": "127.0.9.%d", "name": "router-%s", "unit": "Dinas %s", "location": "Kantor %s", "tags": ["label-%s"],
                 "snmp": {"community": "public"}}""".formatted(number, word, word, word, word);
        var made = send("POST", "/api/v1/devices", token, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long device = Json.mapper().readTree(made.body()).get("id").asLong();
        return new Office(word, unit, account, issued.token().id(), token, device, found(device, word));
    }

    private AccountId account(String word, UnitId unit) {
        var identity = platform.identity();
        var made = done(identity.accounts()
                .create(
                        SERVER,
                        new AccountDraft("orang-" + word, "Orang " + word, null, unit, Language.ID, null, null)));
        AccountId account = made.account().id();
        done(identity.roles().give(SERVER, account, role, unit));
        done(identity.accounts().changePassword(person("orang-" + word, made.password()), made.password(), PASSWORD));
        return account;
    }

    private Caller.Person person(String name, Secret password) {
        var signedIn = (SignIn.SignedIn) await(platform.identity().signIns().signIn(name, password, CLIENT));
        return (Caller.Person) await(platform.identity().sessions().caller(signedIn.session()));
    }

    private IssuedToken token(AccountId account, String word) {
        var draft = new TokenDraft(
                TokenDraft.Kind.PERSONAL, "token-" + word, rights, Instant.now().plus(Duration.ofDays(1)));
        var issued = done(platform.identity().tokens().issue(person("orang-" + word, PASSWORD), draft));
        assertThat(issued.token().owner()).isEqualTo(account);
        return issued;
    }

    /** What a look at the device would have found; gives the id of its series. */
    private long found(long device, String word) {
        return platform.database().run(Lane.EDITS, handle -> {
            handle.createUpdate("""
                            insert into collector.interface (device_id, if_index, name, instance, description, alias, type
                                                           , admin_status, oper_status)
                            values (:id, 1, :name, :name, '', '', 6, 'up', 'up')
                            """)
                    .bind("id", device)
                    .bind("name", "eth-" + word)
                    .execute();
            handle.createUpdate("""
                            insert into collector.reading (device_id, metric, instance, name, oid, unit, last_value, last_time)
                            values (:id, 'fuel.level', :name, :name, '1.3', '%', 5, now())
                            """)
                    .bind("id", device)
                    .bind("name", "solar-" + word)
                    .execute();
            return handle.createQuery("""
                            insert into collector.series (device_id, metric, instance, unit, kind, since)
                            values (:id, 'if.in.octets', :name, 'By/s', 'gauge', now()) returning id
                            """)
                    .bind("id", device)
                    .bind("name", "eth-" + word)
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Gives the unit another name, as its administrator. */
    void rename(UnitId unit, String name) {
        var units = platform.identity().units();
        var known = await(units.subtree(unit)).getFirst();
        done(units.edit(SERVER, unit, known.revision(), new UnitDraft(name, "dinas", null, List.of())));
    }

    /** An answer to somebody with that token. */
    HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        URI address = platform.address().resolve(path);
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * What was heard of a stream before it was left.
     *
     * @param lines its first ones
     */
    record Heard(int status, String lines) {}

    /** The beginning of a stream of events. */
    Heard listen(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(platform.address().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            // The pause before a reconnect, and the first event: the states.
            return new Heard(
                    answer.statusCode(),
                    lines.limit(answer.statusCode() == 200 ? 4 : 1).collect(Collectors.joining("\n")));
        }
    }

    private static <T> T done(Future<Change<T>> change) {
        Change<T> result = await(change);
        assertThat(result).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) result).result();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
