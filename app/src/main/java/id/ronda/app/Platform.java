package id.ronda.app;

import id.ronda.collector.CollectorModule;
import id.ronda.collector.CollectorNeeds;
import id.ronda.collector.CollectorSettings;
import id.ronda.dashboards.DashboardsModule;
import id.ronda.dashboards.DashboardsNeeds;
import id.ronda.dashboards.DashboardsPeople;
import id.ronda.dashboards.DashboardsSettings;
import id.ronda.identity.AuditTrail;
import id.ronda.identity.AuditedSignIns;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.Right;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseConfig;
import id.ronda.kernel.database.DatabaseServer;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.http.ApiDocument;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.http.ReadyCheck;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.metrics.Meters;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.repeat.RepeatedPosts;
import id.ronda.kernel.secret.KeyCheck;
import id.ronda.kernel.secret.SecretBox;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** The whole product in one process: the list of its parts, started in this order and stopped in the other. */
final class Platform {

    /** The schemas of the modules, from left to right. */
    static final List<ModuleMigrations> MIGRATIONS = List.of(IdentityModule.MIGRATIONS, CollectorModule.MIGRATIONS);

    /** What the modules describe of the API. */
    static final ApiDocument API = ApiDocument.of(List.of(IdentityModule.API, CollectorModule.API));

    private final CollectorModule collector;
    private final IdentityModule identity;
    private final HttpServer http;
    private final Database database;
    private final MeterRegistry meters;
    private final URI address;

    private Platform(
            CollectorModule collector,
            IdentityModule identity,
            HttpServer http,
            Database database,
            MeterRegistry meters,
            URI address) {
        this.collector = collector;
        this.identity = identity;
        this.http = http;
        this.database = database;
        this.meters = meters;
        this.address = address;
    }

    /** Starts every part and gives each to {@code shutdown} as soon as it runs, so that a start that fails is undone too. */
    static Platform start(ServerConfig config, DataFolder.Use use, Shutdown shutdown) throws IOException {
        var httpConfig = HttpSettings.of(config);
        HttpServer.requireAllowed(httpConfig);
        var oidc = config.oidc().map(OidcConfig::settings);
        var random = new SecureRandom();
        var meters = Meters.prometheus();
        var folder = DataFolder.open(config.data(), use);
        shutdown.add("data folder", folder);
        var secrets = SecretBox.open(folder.keys(), config.keyFile().orElse(null), random);
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        shutdown.add("event loops", () -> await(vertx.close()));
        var database = DatabaseServer.open(folder, databaseConfig(config), meters);
        shutdown.add("database", database);
        database.migrate(MIGRATIONS);
        KeyCheck.verify(database.database(), secrets);
        var clock = Clock.systemUTC();
        var identity = new IdentityModule(
                new IdentityNeeds(
                        database.database(),
                        secrets,
                        folder,
                        clock,
                        random,
                        meters,
                        new AuditedSignIns(database.database(), new AuditTrail(clock)),
                        List.of(),
                        List.of(CollectorModule.unitFollower())),
                IdentitySettings.USUAL.withOidc(oidc));
        shutdown.add("identity", identity);
        identity.start();
        var needs =
                new CollectorNeeds(vertx, database.database(), secrets, new Outbox(), folder, clock, random, meters);
        var collector = new CollectorModule(needs, collectorSettings(config));
        shutdown.add("collector", collector);
        var dashboards = new DashboardsModule(
                pageNeeds(vertx, collector, identity, clock, meters),
                DashboardsSettings.in(config.zone()).offering(oidc.map(OidcSettings::name)));
        dashboards.start();
        collector.start();
        var token = ApiToken.issue(random);
        var http = new HttpServer(
                        vertx, httpConfig, identity.gatekeeper(token.known()), List.of(databaseCheck(database)), meters)
                .witnessedBy(identity.witness())
                .showingProblems(dashboards.problemPages())
                .exportingBy(RouteRule.needs(Right.EXPORT))
                .carryingOutOnce(new RepeatedPosts(database.database(), secrets, clock));
        var address = await(http.start(API, List.of(identity.routes(), collector.routes(), dashboards.routes())));
        shutdown.add("http", () -> await(http.stop()));
        shutdown.add("dashboards", dashboards);
        if (config.tokenFile().isPresent()) {
            token.writeTo(config.tokenFile().get());
        }
        return new Platform(collector, identity, http, database.database(), meters, address);
    }

    /** The public faces that the pages read. */
    private static DashboardsNeeds pageNeeds(
            Vertx vertx, CollectorModule collector, IdentityModule identity, Clock clock, MeterRegistry meters) {
        return new DashboardsNeeds(
                vertx,
                collector.devices(),
                collector.series(),
                collector.feed(),
                identity.sessions(),
                identity.tokens(),
                DashboardsPeople.of(identity),
                clock,
                meters);
    }

    static DatabaseConfig databaseConfig(ServerConfig config) {
        var usual = DatabaseConfig.embedded();
        return new DatabaseConfig(
                config.databaseUrl(),
                config.databaseOwnerUrl(),
                usual.ingestConnections(),
                usual.editConnections(),
                usual.ingestQueue(),
                usual.editQueue());
    }

    private static CollectorSettings collectorSettings(ServerConfig config) {
        return new CollectorSettings(
                config.devices(),
                config.spoolMib().map(mib -> (long) mib << 20),
                config.rawDays(),
                config.diskBudgetGib().map(gib -> (long) gib << 30),
                Duration.ofSeconds(2));
    }

    private static ReadyCheck databaseCheck(DatabaseServer database) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public boolean ready() {
                return database.database().answers();
            }
        };
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The collector, to give devices to. */
    CollectorModule collector() {
        return collector;
    }

    /** The database, to count in. */
    Database database() {
        return database;
    }

    /** What all parts count. */
    MeterRegistry meters() {
        return meters;
    }

    /** Who may what. */
    IdentityModule identity() {
        return identity;
    }

    /** Every route with its rule. */
    List<GuardedRouter.GuardedRoute> routes() {
        return http.mounted();
    }

    /** The address that people type. */
    URI address() {
        return address;
    }
}
