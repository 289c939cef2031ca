package id.ronda.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.ronda.identity.ProofFault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a provider may cost: so many octets, so many seconds, and nobody else is ever asked. */
@Timeout(20)
class ProviderClientTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private ProviderClient client;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    switch (String.valueOf(request.path())) {
                        case "/fine" -> request.response().end("x".repeat(ProviderClient.LARGEST));
                        case "/huge" -> request.response().end("x".repeat(ProviderClient.LARGEST + 1));
                        case "/silent" -> {}
                        case "/drip" -> {
                            request.response().setChunked(true);
                            vertx.setPeriodic(50, timer -> {
                                if (request.response().closed()) {
                                    vertx.cancelTimer(timer);
                                } else {
                                    request.response().write(Buffer.buffer("x"));
                                }
                            });
                        }
                        case "/moved" ->
                            request.response()
                                    .setStatusCode(302)
                                    .putHeader("Location", "/fine")
                                    .end();
                        case "/hurried" -> request.response().setStatusCode(429).end();
                        default -> request.response().setStatusCode(404).end();
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        client = new ProviderClient(at("/"), LIMIT);
    }

    @AfterEach
    void stop() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private ProofFault fault(URI address) {
        return catchThrowableOfType(ProofRefused.class, () -> client.get(address))
                .fault();
    }

    @Test
    void answerOfTheLargestSize_isRead_andOneOctetMoreIsNot() throws Exception {
        assertThat(client.get(at("/fine"))).hasSize(ProviderClient.LARGEST);
        assertThat(fault(at("/huge"))).isEqualTo(ProofFault.PROVIDER_UNUSABLE);
    }

    @Test
    void silence_andAnAnswerThatDrips_endInTime() {
        assertThat(fault(at("/silent"))).isEqualTo(ProofFault.PROVIDER_AWAY);
        assertThat(fault(at("/drip"))).isEqualTo(ProofFault.PROVIDER_AWAY);
    }

    @Test
    void whatIsNoAnswer_hasAName() {
        assertThat(fault(at("/moved"))).isEqualTo(ProofFault.PROVIDER_UNUSABLE);
        assertThat(fault(at("/hurried"))).isEqualTo(ProofFault.PROVIDER_AWAY);
        assertThat(fault(at("/none"))).isEqualTo(ProofFault.PROVIDER_UNUSABLE);
        server.close().toCompletionStage().toCompletableFuture().join();
        assertThat(fault(at("/fine"))).isEqualTo(ProofFault.PROVIDER_AWAY);
    }

    @Test
    void otherHosts_portsAndNamesOfTheSameHost_areNotAsked() {
        int port = server.actualPort();
        for (String other : new String[] {
            "http://127.0.0.2:" + port + "/fine",
            "http://127.0.0.1:1/fine",
            "http://localhost:" + port + "/fine",
            "https://127.0.0.1:" + port + "/fine",
            "http://somebody@127.0.0.1:" + port + "/fine"
        }) {
            assertThat(fault(URI.create(other))).as(other).isEqualTo(ProofFault.PROVIDER_UNUSABLE);
        }
    }
}
