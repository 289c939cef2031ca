package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.accepted;
import static id.ronda.collector.device.Forms.draft;
import static id.ronda.collector.device.Forms.errors;
import static id.ronda.collector.device.Forms.form;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that are asked for a text, as JSON and as rows. */
class TextSourceFormTest {
    private static final String NUT = "{'address': '127.0.0.1', 'nut': {'ups': 'kantor'}}";

    @Test
    void hasTheUsualPortsAndPath() {
        assertThat(draft(NUT).port()).isEqualTo(3493);
        assertThat(draft(NUT).credential()).isEqualTo(new NutAccess("kantor", null, null));
        var page = draft("{'address': '127.0.0.1', 'prometheus': {}}");
        assertThat(page.port()).isEqualTo(9100);
        assertThat(page.credential()).isEqualTo(new ScrapeAccess("/metrics", false, null));
    }

    @Test
    void keepsItsSecretsThroughAMergePatch() {
        var known = draft("{'address': 'a', 'nut': {'ups': 'k', 'user': 'u', 'password': 'p w'}}");

        assertThat(accepted(DeviceForm.parse(known, form("{'name': 'x'}"))).credential())
                .isEqualTo(new NutAccess("k", "u", Secret.of("p w")));
        assertThat(accepted(DeviceForm.parse(known, form("{'prometheus': {'path': '/m?x=1', 'token': 't'}}")))
                        .credential())
                .isEqualTo(new ScrapeAccess("/m?x=1", false, Secret.of("t")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'address': 'a'} | /snmp",
                "{'address': 'a', 'nut': {'ups': 'k'}, 'prometheus': {}} | /prometheus",
                "{'address': 'a', 'nut': {}} | /nut/ups",
                "{'address': 'a', 'nut': {'ups': 'a b'}} | /nut/ups",
                "{'address': 'a', 'nut': {'ups': 'a', 'user': 'u'}} | /nut/password",
                "{'address': 'a', 'nut': {'ups': 'a', 'user': 'u\\nLOGOUT', 'password': 'p'}} | /nut/user",
                "{'address': 'a', 'prometheus': {'path': 'metrics'}} | /prometheus/path",
                "{'address': 'a', 'prometheus': {'path': '/a b'}} | /prometheus/path",
                "{'address': 'a', 'prometheus': {'token': 'a\\nb'}} | /prometheus/token"
            })
    void refuses(String wrong, String field) {
        assertThat(errors(DeviceForm.parse(form(wrong))))
                .extracting(FieldError::field)
                .contains(field);
    }

    @Test
    void rowsSayTheirSource() {
        var rows = rows("""
                address,source,ups,path,community,tls
                a,nut,kantor,,,
                b,Prometheus,,/m,,true
                c,,,,public,
                d,nut,k,,public,
                e,ipmi,,,,
                """);

        assertThat(accepted(DeviceForm.parse(rows.get(0).form())).credential())
                .isEqualTo(new NutAccess("kantor", null, null));
        assertThat(accepted(DeviceForm.parse(rows.get(1).form())).credential())
                .isEqualTo(new ScrapeAccess("/m", true, null));
        assertThat(accepted(DeviceForm.parse(rows.get(2).form())).port()).isEqualTo(161);
        assertThat(rows.get(3).errors()).extracting(FieldError::field).containsExactly("/community");
        assertThat(rows.get(4).errors()).extracting(FieldError::field).containsExactly("/source");
    }

    private static List<FormRow> rows(String text) {
        return switch (DeviceCsv.parse(text)) {
            case DeviceCsv.Judged.Accepted accepted -> accepted.rows();
            case DeviceCsv.Judged.Refused refused ->
                throw new AssertionError(refused.errors().toString());
        };
    }

    @Test
    void aDeviceIsItsAddressPortKindAndUpsOrPath() {
        var key = DeviceKey.of(draft(NUT), Secret::reveal);

        assertThat(key).isEqualTo(new DeviceKey("127.0.0.1", 3493, "nut", "kantor"));
        assertThat(DeviceKey.of(
                        draft("{'address': '127.0.0.1', 'nut': {'ups': 'kantor', 'user': 'u', 'password': 'p'}}"),
                        Secret::reveal))
                .isEqualTo(key);
    }
}
