package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpReply;
import id.ronda.collector.snmp.SnmpRequest;
import id.ronda.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OID;

/** Sources that are silent, wrong, or too much; each way to fail has its name, and none is asked again and again. */
class FailingSourcesTest {
    private static final SourceLimits LIMITS = limits(Duration.ofMillis(700));
    /** The first handshake of a process takes its time. */
    private static final SourceLimits PATIENT = limits(Duration.ofSeconds(20));

    private static final OID LOAD = SourceNames.scalar("prom:load");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeviceClient client = client(LIMITS);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/good", 200, "load 2.5\n");
        page("/html", 200, "<html>hello</html>\n");
        page("/forbidden", 403, "");
        page("/gone", 404, "");
        page("/moved", 302, "");
        page("/long", 200, "load 1\n".repeat(5_000));
        server.createContext("/silent", exchange -> asked.incrementAndGet());
        server.createContext("/token", exchange -> {
            boolean right = "Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(right ? 204 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    private void page(String path, int status, String text) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private SnmpPeer page(String path) {
        return peer(server.getAddress(), new ScrapeAccess(path, false, null));
    }

    private SnmpPeer peer(InetSocketAddress address, SnmpCredential credential) {
        return client.peer(new SnmpEndpoint(address, credential, false));
    }

    private static SourceLimits limits(Duration patience) {
        return new SourceLimits(patience, Duration.ofMillis(300), 10_000, 100, 8);
    }

    private DeviceClient client(SourceLimits limits) {
        return new DeviceClient(
                SnmpClient.open(SnmpClientConfig.DEFAULT, meters, new SplittableRandom(1)),
                limits,
                meters,
                InstantSource.system());
    }

    private SnmpFailure failure(SnmpPeer peer) {
        return failure(client, peer);
    }

    private static SnmpFailure failure(DeviceClient client, SnmpPeer peer) {
        return switch (client.send(peer, new SnmpRequest.Get(List.of(LOAD))).join()) {
            case SnmpReply.Answered answered -> throw new AssertionError(answered.toString());
            case SnmpReply.Failed failed -> failed.failure();
        };
    }

    @Test
    void oneQuestionServesAllThatComeTogetherAndTheNextCycleAsksAgain() {
        var peer = page("/good");
        var all = IntStream.range(0, 50)
                .mapToObj(i -> client.send(peer, new SnmpRequest.Get(List.of(LOAD))))
                .toList();
        all.forEach(reply -> assertThat(reply.join())
                .isInstanceOfSatisfying(
                        SnmpReply.Answered.class,
                        told -> assertThat(
                                        told.bindings().getFirst().getVariable().toString())
                                .isEqualTo("2.5")));
        assertThat(asked).hasValue(1);

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            client.send(peer, new SnmpRequest.Get(List.of(LOAD))).join();
            return asked.get() > 1;
        });
    }

    @Test
    void everyWayToFailHasItsName() {
        assertThat(failure(page("/html"))).isEqualTo(SnmpFailure.MALFORMED);
        assertThat(failure(page("/forbidden"))).isEqualTo(SnmpFailure.ACCESS_DENIED);
        assertThat(failure(page("/gone"))).isEqualTo(SnmpFailure.SOURCE_UNAVAILABLE);
        assertThat(failure(page("/moved"))).isEqualTo(SnmpFailure.SOURCE_UNAVAILABLE);
        assertThat(failure(page("/long"))).isEqualTo(SnmpFailure.TOO_MANY_ROWS);
        assertThat(failure(page("/silent"))).isEqualTo(SnmpFailure.TIMEOUT);
        assertThat(failure(peer(server.getAddress(), new ScrapeAccess("/token", false, Secret.of("wrong")))))
                .isEqualTo(SnmpFailure.ACCESS_DENIED);
        assertThat(failure(peer(server.getAddress(), new ScrapeAccess("/token", false, Secret.of("s3cret")))))
                .isEqualTo(SnmpFailure.SOURCE_UNAVAILABLE);
        assertThat(failure(peer(server.getAddress(), new NutAccess("a", null, null))))
                .isIn(SnmpFailure.MALFORMED, SnmpFailure.TIMEOUT);
        assertThat(meters.counter("ronda.source.failures", "source", "prometheus", "reason", "timeout")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFailureServesTheWholeCycleToo() {
        var peer = page("/html");
        for (int i = 0; i < 20; i++) {
            assertThat(failure(peer)).isEqualTo(SnmpFailure.MALFORMED);
        }
        assertThat(asked.get()).isLessThan(5);
    }

    @Test
    void aClosedPortAndASilentServerAreToldApart() throws IOException {
        var closed = new InetSocketAddress(InetAddress.getLoopbackAddress(), Program.freePort());
        assertThat(failure(peer(closed, new NutAccess("a", null, null)))).isEqualTo(SnmpFailure.PORT_CLOSED);
        assertThat(failure(peer(closed, new ScrapeAccess("/metrics", false, null))))
                .isEqualTo(SnmpFailure.PORT_CLOSED);
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort());
            assertThat(failure(peer(address, new NutAccess("a", null, null)))).isEqualTo(SnmpFailure.TIMEOUT);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNamed() throws IOException {
        try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var patient = client(PATIENT)) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), plain.getLocalPort());

            var peer = patient.peer(new SnmpEndpoint(address, new ScrapeAccess("/metrics", true, null), false));
            assertThat(failure(patient, peer)).isEqualTo(SnmpFailure.TLS_FAILED);
        }
    }

    private static void answerPlainly(ServerSocket plain) {
        try (var connection = plain.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closingEndsWhatWaits() {
        CompletableFuture<SnmpReply> waiting = client.send(page("/silent"), new SnmpRequest.Get(List.of(LOAD)));
        await().until(() -> asked.get() == 1);
        client.close();

        assertThat(waiting.join())
                .isInstanceOfSatisfying(
                        SnmpReply.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SnmpFailure.CLOSED));
    }
}
