package id.ronda.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.TestingReaders;
import id.ronda.dashboards.office.Office;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of events to people who do not see everything. */
class LiveReachTest {

    private static final String DISKOMINFO = "diskominfo";

    private final Office office = new Office(Clock.systemUTC(), Duration.ofSeconds(10), 0);
    private final PagesServer server = new PagesServer(office, Clock.systemUTC());
    private final HttpClient client = server.vertx.createHttpClient();
    private final int load = office.find(Office.UPS, "load", "").id();

    @BeforeEach
    void know() {
        server.gate.know(DISKOMINFO, TestingReaders.ofDiskominfo());
        server.gate.know("no-series", TestingReaders.withoutSeries());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Stream(List<String> chunks, AtomicBoolean ended) {
        String text() {
            return String.join("", chunks);
        }
    }

    private Stream open(String who, String path) {
        Stream stream = new Stream(new CopyOnWriteArrayList<>(), new AtomicBoolean());
        URI address = server.at("/");
        client.request(HttpMethod.GET, address.getPort(), address.getHost(), path)
                .compose(request -> {
                    // Before it is sent: what comes while nobody listens is lost.
                    request.response()
                            .onSuccess(answer -> answer.handler(
                                            chunk -> stream.chunks().add(chunk.toString()))
                                    .endHandler(end -> stream.ended().set(true)));
                    return (who.isEmpty() ? request : request.putHeader("Authorization", "Bearer " + who)).send();
                });
        await().until(() -> stream.text().contains("event: states"));
        return stream;
    }

    @Test
    void statesAndCounts_areThoseOfWhatTheReaderSees() {
        Stream mine = open(DISKOMINFO, "/live/devices?ids=1,2,5");
        Stream all = open("", "/live/devices?ids=1,2,5");
        assertThat(mine.text()).contains("\"id\":1,", "\"id\":2,", "\"all\":3").doesNotContain("\"id\":5,");
        assertThat(all.text()).contains("\"id\":5,", "\"all\":9");
        office.become(Office.SILENT, DeviceStatus.UP, null);
        office.become(Office.UPS, DeviceStatus.UNKNOWN, null);
        await().until(() -> mine.text().contains("\"status\":\"unknown\""));
        assertThat(mine.text()).doesNotContain("\"id\":5,");
    }

    @Test
    void samples_goToThoseWhoMayReadThem() {
        Stream mine = open(DISKOMINFO, "/live/devices/2");
        Stream without = open("no-series", "/live/devices/2");
        office.feed.give(load, 1_763_690_400_000L, 42.5);
        await().until(() -> mine.text().contains("event: samples"));
        assertThat(without.text()).doesNotContain("event: samples");
    }

    @Test
    void aStreamEnds_whenItsDeviceIsGivenToAnotherOffice() {
        Stream mine = open(DISKOMINFO, "/live/devices/2");
        office.move(Office.UPS, null);
        await().until(() -> mine.ended().get());
    }

    @Test
    void aStreamEnds_whenItsReaderMayNoLonger() {
        Stream mine = open(DISKOMINFO, "/live/devices/2");
        Stream other = open("no-series", "/live/devices/2");
        server.gate.forget(DISKOMINFO);
        await().until(() -> mine.ended().get());
        assertThat(other.ended()).isFalse();
        await().until(() -> server.meters.get("ronda.live.clients").gauge().value() == 1);
    }
}
