package id.ronda.dashboards.office;

import id.ronda.dashboards.DashboardsModule;
import id.ronda.dashboards.DashboardsNeeds;
import id.ronda.dashboards.DashboardsPeople;
import id.ronda.dashboards.DashboardsSettings;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.PasswordCost;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.SignIn;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.metrics.Meters;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.MutableClock;
import id.ronda.testkit.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages of offices, roles and tokens over a real identity, with people who sign in. */
public final class SignedInOffice implements AutoCloseable {

    /** Whoever is at the server. */
    public static final Caller SERVER = Caller.Service.ofServer("test");

    private static final Secret PASSWORD = new Secret("gajah terbang di atas sawah");

    /** What the pages stand on. */
    public final IdentityModule identity;

    private final TestDatabase postgres = TestDatabase.with(IdentityModule.MIGRATIONS);
    private final Vertx vertx = Vertx.vertx();
    private final DataFolder folder;
    private final DashboardsModule dashboards;
    private final HttpServer server;
    private final URI address;

    /** Started, in this empty folder. */
    public SignedInOffice(Path at) {
        MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
        SecureRandom random = new SecureRandom();
        folder = DataFolder.open(at.resolve("data"), DataFolder.Use.SERVE);
        var meters = Meters.prometheus();
        identity = new IdentityModule(
                new IdentityNeeds(
                        postgres.database(),
                        SecretBox.open(folder.keys(), null, random),
                        folder,
                        clock,
                        random,
                        meters,
                        (name, from, outcome) -> {},
                        List.of(),
                        List.of()),
                IdentitySettings.USUAL.withCost(new PasswordCost(8, 1)));
        identity.start();
        Office office = new Office(clock, Duration.ofSeconds(10), 0);
        dashboards = new DashboardsModule(
                new DashboardsNeeds(
                        vertx,
                        office.devices,
                        office.series,
                        office.feed,
                        identity.sessions(),
                        identity.tokens(),
                        DashboardsPeople.of(identity),
                        clock,
                        meters),
                DashboardsSettings.defaults());
        server = new HttpServer(
                vertx,
                HttpConfig.defaults().withPort(0),
                identity.gatekeeper(ApiToken.issue(random).known()),
                List.of(),
                meters);
        address = await(server.start(List.of(identity.routes(), dashboards.routes())));
    }

    /** The address of a path. */
    public URI at(String path) {
        return address.resolve(path);
    }

    /** The cookie of a new person with that preset, for everything or for a unit. */
    public String person(String name, String preset, @Nullable UnitId unit) {
        OneTimePassword made = done(identity.accounts().create(SERVER, AccountDraft.of(name, "Nama " + name)));
        AccountId id = made.account().id();
        done(identity.roles().give(SERVER, id, preset(preset).id(), unit));
        var first = (Caller.Person) await(identity.sessions().caller(session(name, made.password())));
        done(identity.accounts().changePassword(first, made.password(), PASSWORD));
        return "ronda_session=" + session(name, PASSWORD).reveal();
    }

    private Secret session(String name, Secret password) {
        var client = new id.ronda.identity.Client("127.0.0.1", "test", null);
        return ((SignIn.SignedIn) await(identity.signIns().signIn(name, password, client))).session();
    }

    /** A preset. */
    public Role preset(String code) {
        return await(identity.roles().list()).stream()
                .filter(role -> Objects.equals(role.preset(), code))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a role. */
    public Role role(RoleDraft draft) {
        return done(identity.roles().create(SERVER, draft));
    }

    /** Makes a unit. */
    public UnitId unit(String name, @Nullable UnitId parent, String... aliases) {
        return done(identity.units().create(SERVER, new UnitDraft(name, "dinas", parent, List.of(aliases))))
                .id();
    }

    /** The result of a change that must have been done. */
    public static <T> T done(Future<Change<T>> change) {
        return ((Change.Done<T>) await(change)).result();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        dashboards.close();
        await(server.stop());
        await(vertx.close());
        identity.close();
        folder.close();
        postgres.close();
    }
}
