package id.ronda.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.office.Office;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The streams of events over a real connection. */
class LiveTest {

    private final Office office = new Office(Clock.systemUTC(), Duration.ofSeconds(10), 0);
    private final PagesServer server = new PagesServer(office, Clock.systemUTC());
    private final HttpClient client = server.vertx.createHttpClient();
    private final int load = office.find(Office.UPS, "load", "").id();

    @AfterEach
    void stop() {
        server.close();
    }

    /** The text that came, and the connection that one can stop reading. */
    private record Stream(List<String> chunks, HttpClientResponse response) {

        String text() {
            return String.join("", chunks);
        }

        long count(String event) {
            return text().lines().filter(("event: " + event)::equals).count();
        }
    }

    @Test
    void carriesTheSamplesOfTheDevice() {
        Stream stream = open("/live/devices/2");
        office.feed.give(load, 1_763_690_400_000L, 42.5);
        office.feed.give(1, 1_763_690_400_000L, 7);
        await().until(() -> stream.count("samples") == 1);
        assertThat(stream.text())
                .contains("data: {\"slots\":[{\"t\":1.7636904E9,\"v\":{\"" + load + "\":42.5}}]}")
                .contains("retry: ");
        assertThat(stream.response().getHeader("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.response().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void joinsWhatComesFasterThanAnEyeReads() {
        Stream stream = open("/live/devices/2");
        for (int slot = 1; slot <= 50; slot++) {
            office.feed.give(load, slot, slot);
        }
        await().until(() -> stream.text().contains("\"t\":0.05,"));
        assertThat(stream.count("samples")).isLessThanOrEqualTo(2);
    }

    @Test
    void tellsStatesAtOnceAndAgainWhenTheyChange() {
        Stream stream = open("/live/devices?ids=1,5");
        await().until(() -> stream.count("states") == 1);
        assertThat(stream.text())
                .contains("\"id\":5,\"status\":\"down\"", "\"down\":2")
                .doesNotContain("\"id\":2,");
        office.become(
                Office.ROUTER,
                DeviceStatus.DOWN,
                new LastFailure("no-route", Clock.systemUTC().instant()));
        await().until(() -> stream.count("states") == 2);
        assertThat(stream.text()).contains("Tidak ada jalur ke alamat ini", "\"down\":3");
    }

    @Test
    void tellsAPageThatWasTooSlowToReadItsChartsAgain() {
        Stream stream = open("/live/devices/2");
        int more = 10_000;
        for (int slot = 1; slot <= more; slot++) {
            office.feed.give(load, slot, slot);
        }
        await().until(() -> stream.count("reload") == 1);
        assertThat(lost()).isGreaterThan(0);
        office.feed.give(load, more + 1_000L, 1);
        await().until(() -> stream.text().contains("\"t\":11.0,"));
    }

    @Test
    void forgetsAPageThatWent() {
        Stream stream = open("/live/devices/2");
        await().until(() -> clients() == 1);
        stream.response().request().reset();
        await().until(() -> clients() == 0);
        office.feed.give(load, 1, 1);
    }

    @Test
    void endsTheStreamsWhenItCloses() {
        open("/live/devices/2");
        await().until(() -> clients() == 1);
        server.close();
        assertThat(office.feed.size()).isZero();
    }

    @Test
    void goesOnWhileTheDatabaseIsAway() {
        Stream stream = open("/live/devices/2");
        await().until(() -> stream.count("states") == 1);
        office.devices.goAway(true);
        await().until(() ->
                server.meters.get("ronda.live.states.unread").counter().count() > 0);
        office.feed.give(load, 5, 5);
        await().until(() -> stream.count("samples") == 1);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        Stream stream = open("/live/devices/2");
        office.feed.give(load, 1_000, Double.NaN);
        office.feed.give(load, 2_000, 3);
        await().until(() -> stream.count("samples") == 1);
        assertThat(stream.text()).contains("\"t\":2.0").doesNotContain("\"t\":1.0");
        assertThat(new JsonObject(lastData(stream)).getJsonArray("slots")).hasSize(1);
    }

    private static String lastData(Stream stream) {
        List<String> lines = stream.text().lines().toList();
        return lines.get(lines.indexOf("event: samples") + 1).substring("data: ".length());
    }

    private double lost() {
        return server.meters.get("ronda.live.samples.lost").counter().count();
    }

    private double clients() {
        return server.meters.get("ronda.live.clients").gauge().value();
    }

    private Stream open(String path) {
        URI address = server.at(path);
        List<String> chunks = new CopyOnWriteArrayList<>();
        HttpClientResponse response = client.request(
                        HttpMethod.GET, address.getPort(), address.getHost(), address.getPath() + query(address))
                .compose(request -> {
                    // Before it is sent: what comes while nobody listens is lost.
                    request.response().onSuccess(answer -> answer.handler(chunk -> chunks.add(chunk.toString())));
                    return request.send();
                })
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        await().until(() -> !chunks.isEmpty());
        return new Stream(chunks, response);
    }

    private static String query(URI address) {
        return address.getQuery() == null ? "" : "?" + address.getQuery();
    }
}
