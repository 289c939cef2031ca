package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code probe --source} against small servers that speak NUT and the text format of Prometheus. */
@Timeout(60)
class SourceProbeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theOnlyUpsNeedsNoName() throws IOException {
        try (var server = nut(List.of("kantor"))) {
            var run = CommandRun.of("probe", address(server), "--source", "nut", "--json");

            assertThat(run.status()).isZero();
            var answer = JSON.readTree(run.answer());
            assertThat(answer.at("/profile").asText()).isEqualTo("nut-ups");
            assertThat(answer.at("/device/class").asText()).isEqualTo("ups");
            assertThat(answer.findValuesAsText("oid")).contains("nut:battery.charge");
        }
    }

    @Test
    void ofSeveralOneMustBeNamed() throws IOException {
        try (var server = nut(List.of("kantor", "rak"))) {
            var unclear = CommandRun.of("probe", address(server), "--source", "nut");
            assertThat(unclear.status()).isEqualTo(2);
            assertThat(unclear.lastLine()).contains("kantor, rak");

            assertThat(CommandRun.of("probe", address(server), "--source", "nut", "--ups", "rak")
                            .status())
                    .isZero();
        }
    }

    @Test
    void aClosedPortIsADocumentToo() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var run = CommandRun.of("probe", "127.0.0.1:" + port, "--source", "nut", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(JSON.readTree(run.answer()).at("/notes/0").asText()).startsWith("port-closed");
    }

    @Test
    void aPageOfMetricsIsReadAtItsPath() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/m", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("node_load1 0.5\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            String address = "127.0.0.1:" + server.getAddress().getPort();
            var run = CommandRun.of("probe", address, "--source", "prometheus", "--path", "/m", "--json");

            assertThat(run.status()).isZero();
            assertThat(JSON.readTree(run.answer()).at("/readings/0/oid").asText())
                    .isEqualTo("prom:node_load1");
        } finally {
            server.stop(0);
        }
    }

    private static String address(ServerSocket server) {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private static ServerSocket nut(List<String> names) throws IOException {
        var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    talk(client, names);
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        return server;
    }

    private static void talk(Socket client, List<String> names) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var answer = new StringBuilder("BEGIN " + line + "\n");
            if (line.equals("LIST UPS")) {
                names.forEach(ups -> answer.append("UPS ").append(ups).append(" \"a UPS\"\n"));
            } else {
                answer.append(line.replace("LIST VAR", "VAR")).append(" battery.charge \"97\"\n");
            }
            answer.append("END ").append(line).append('\n');
            client.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
