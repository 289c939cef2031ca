package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reading;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartPageTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 30);
    private final WebReader web = new WebReader();
    private final PagesServer server = new PagesServer(office, clock);

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    @Test
    void showsTheThreeServices() throws Exception {
        assertThat(page("/"))
                .contains("Pusat Data", "Jaringan Intra", "Sistem Penghubung Layanan")
                .contains("layanan:penghubung")
                .contains("31 dari 33 perangkat menjawab")
                .contains("id=\"worst-jaringan-intra\" href=\"/devices/5\"");
    }

    @Test
    void showsWhatIsWrongWithSinceWhen() throws Exception {
        assertThat(page("/"))
                .contains("id=\"down-5\" href=\"/devices/5\">sw-kecamatan-losari</a>")
                .contains("21 Nov 2026 09.58.20 WIB (1 jam lalu)")
                .contains("Sandi autentikasi SNMPv3 salah")
                .contains("Keadaan baterai")
                .contains("3 hal");
    }

    @Test
    void leadsFromAnOfficeToItsDevices() throws Exception {
        assertThat(page("/")).contains("href=\"/perangkat?location=Kantor+Kecamatan+Losari\"");
        assertThat(page("/")).contains("href=\"/perangkat?unit=Diskominfo&amp;location=Ruang+server+Diskominfo\"");
        assertThat(page("/perangkat?unit=Diskominfo&location=Ruang+server+Diskominfo"))
                .contains("3 dari 3 perangkat");
    }

    @Test
    void saysWhatIsWatchedAndWhatIsAboutToGoWrong() throws Exception {
        assertThat(page("/")).contains("Diawasi: UPS pada baterai", "pembacaan yang diawasi sudah bernilai");
        office.devices.putReadings(
                Office.GENSET,
                List.of(new Reading("fuel.level", "", "Solar", "1.3", 18.0, "%", null, clock.instant())));
        clock.advance(Duration.ofSeconds(3));
        assertThat(page("/")).contains("Solar: tinggal 18 %");
        assertThat(page("/?lang=en")).contains("Solar: 18 % left", "About to go wrong");
    }

    @Test
    void isCalmWhenAllIsWell() throws Exception {
        for (var id : List.of(Office.SILENT, Office.REFUSING)) {
            office.become(id, DeviceStatus.UP, null);
        }
        office.devices.putReadings(Office.UPS, List.of());
        assertThat(page("/")).contains("Tidak ada. Semua perangkat yang ditanya menjawab");
    }

    @Test
    void saysWhatToDoNextWhenThereIsNothing() throws Exception {
        office.devices.clear();
        assertThat(page("/")).contains("Belum ada perangkat", "--devices").doesNotContain("class=\"tile\"");
    }

    @Test
    void escapesWhateverAPlaceIsCalled() throws Exception {
        office.become(Office.HOSTILE, DeviceStatus.DOWN, new LastFailure("timeout", clock.instant()));
        assertThat(page("/")).contains("&lt;b&gt;di sini").doesNotContain("<b>di sini", "<script>alert(1)");
    }

    @Test
    void saysThatTheDataCannotBeRead() throws Exception {
        office.devices.goAway(true);
        assertThat(web.get(server.at("/")).statusCode()).isEqualTo(503);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = web.get(server.at(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
