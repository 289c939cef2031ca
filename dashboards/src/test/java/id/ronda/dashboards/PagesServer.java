package id.ronda.dashboards;

import id.ronda.dashboards.office.Office;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.testkit.TestingGate;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The pages of an office behind the product's own HTTP server. */
public final class PagesServer implements AutoCloseable {

    /** Without a token it is whoever is at the server. */
    public final TestingGate gate = new TestingGate(new Requester(Caller.Service.ofServer("test")));

    public final Vertx vertx = Vertx.vertx();
    public final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DashboardsModule module;
    private final HttpServer server;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    public PagesServer(Office office, Clock clock) {
        module = new DashboardsModule(
                new DashboardsNeeds(
                        vertx,
                        office.devices,
                        office.series,
                        office.feed,
                        office.sessions,
                        office.tokens,
                        TestingPeople.shared(),
                        clock,
                        meters),
                DashboardsSettings.defaults());
        module.start();
        server = new HttpServer(vertx, HttpConfig.defaults().withPort(0), gate, List.of(), meters);
        address = await(server.start(List.of(module.routes())));
    }

    /** The address of a path. */
    public URI at(String path) {
        return address.resolve(path);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        module.close();
        await(server.stop());
        await(vertx.close());
    }
}
