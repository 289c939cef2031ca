package id.ronda.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.directory.DeviceDirectory;
import id.ronda.dashboards.directory.DeviceSeries;
import id.ronda.dashboards.office.Office;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.kernel.http.GuardedRouter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that does not read, over a connection with small buffers: else the system's would hide it for minutes. */
class SlowPageTest {

    private static final int BUFFER = 4_096;
    private static final DeviceState.Wording STATES =
            device -> new DeviceState(device.id().value(), device.status().code(), "", null, null, "", "");

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = Clock.systemUTC();
    private final Office office = new Office(clock, Duration.ofSeconds(10), 0);
    private final ByReach<DeviceDirectory> directories =
            new ByReach<>(reach -> new DeviceDirectory(office.devices, reach, clock));
    private final LiveHub hub = new LiveHub(vertx, office.feed, new LatestSamples(), directories, clock, meters);
    private final int load = office.find(Office.UPS, "load", "").id();

    @AfterEach
    void stop() {
        hub.close();
        done(vertx.close());
    }

    /** Slower than what a backlog holds between two turns: only a connection that takes nothing makes it overflow. */
    @Test
    void losesItsOldestSamplesAndIsToldToReadItsChartsAgain() {
        HttpClientResponse response = open();
        List<String> chunks = new CopyOnWriteArrayList<>();
        response.handler(chunk -> chunks.add(chunk.toString()));
        response.pause();
        AtomicLong slot = new AtomicLong();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    for (int i = 0; i < 100; i++) {
                        office.feed.give(load, 1_763_690_400_000L + slot.incrementAndGet(), Math.PI * i);
                    }
                    return lost() > 0;
                });
        assertThat(hub.size()).isEqualTo(1);
        response.resume();
        await().until(() -> String.join("", chunks).contains("event: reload"));
        office.feed.give(load, 1_800_000_000_000L, 1);
        await().until(() -> String.join("", chunks).contains("\"t\":1.8E9"));
    }

    private double lost() {
        return meters.get("ronda.live.samples.lost").counter().count();
    }

    private HttpClientResponse open() {
        hub.start();
        Router router = Router.router(vertx);
        // What the product's server finds out about a caller before it asks the guard of a route.
        router.route().handler(ctx -> {
            var reader = new Requester(Caller.Service.ofServer("test"));
            Supplier<Future<Requester>> again = () -> Future.succeededFuture(reader);
            ctx.put("ronda.caller", reader);
            ctx.put("ronda.caller.again", again);
            ctx.next();
        });
        new LiveRoutes(hub, office.devices, new DeviceSeries(office.series), ctx -> STATES)
                .mount(new GuardedRouter(router, "/masuk"));
        HttpServer server = done(vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setSendBufferSize(BUFFER))
                .requestHandler(router)
                .listen());
        HttpClientOptions options = new HttpClientOptions().setReceiveBufferSize(BUFFER);
        return done(vertx.createHttpClient(options)
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/live/devices/" + Office.UPS)
                .compose(HttpClientRequest::send));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
