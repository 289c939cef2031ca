package id.ronda.collector.device;

import static id.ronda.collector.device.Forms.draft;
import static id.ronda.collector.device.Forms.errors;
import static id.ronda.collector.device.Forms.form;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.snmp.AuthProtocol;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.PrivProtocol;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.identity.Classification;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.FieldError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFormTest {

    private static final String V3 = """
            {'address': '127.0.1.5', 'snmp': {'version': '3', 'user': 'ronda', 'context': 'lab', 'authProtocol': 'SHA-256',
             'authPassphrase': 'auth-word-1', 'privProtocol': 'AES-128', 'privPassphrase': 'priv-word-1'}}""";

    @Test
    void parse_takesTheLeastThatMakesADevice() {
        assertThat(draft("{'address': '127.0.1.5', 'snmp': {'community': 'public'}}"))
                .isEqualTo(new DeviceDraft(
                        "127.0.1.5",
                        161,
                        null,
                        Duration.ofSeconds(60),
                        new Community(SnmpVersion.V2C, new Secret("public")),
                        true,
                        null,
                        Classification.TERBATAS,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void parse_takesEveryField() {
        var draft = draft("""
                {'address': 'Core.Example', 'port': 11161, 'name': ' Core ', 'interval': '5m', 'enabled': false,
                 'unit': 'Diskominfo', 'classification': 'rahasia', 'location': 'Rak 2', 'parent': 'fw-1', 'tags': ['core', 'core', ' lab '],
                 'snmp': {'version': '1', 'community': ' with blank'}}""");

        assertThat(draft)
                .isEqualTo(new DeviceDraft(
                        "core.example",
                        11161,
                        "Core",
                        Duration.ofMinutes(5),
                        new Community(SnmpVersion.V1, new Secret(" with blank")),
                        false,
                        "Diskominfo",
                        Classification.RAHASIA,
                        "Rak 2",
                        "fw-1",
                        List.of("core", "lab")));
    }

    @Test
    void parse_takesAUserOfVersion3() {
        assertThat(draft(V3).credential())
                .isEqualTo(new UsmUser(
                        "ronda",
                        "lab",
                        AuthProtocol.SHA_256,
                        new Secret("auth-word-1"),
                        PrivProtocol.AES_128,
                        new Secret("priv-word-1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                              | /address
            {'address': 5}                                                                  | /address
            {'address': '1.2.3'}                                                            | /address
            {'address': null}                                                               | /address
            {'address': 'a', 'port': 0}                                                     | /port
            {'address': 'a', 'port': 65536}                                                 | /port
            {'address': 'a', 'port': '161'}                                                 | /port
            {'address': 'a', 'port': 1.5}                                                   | /port
            {'address': 'a', 'interval': 30}                                                | /interval
            {'address': 'a', 'interval': '0s'}                                              | /interval
            {'address': 'a', 'name': 7}                                                     | /name
            {'address': 'a', 'enabled': 'yes'}                                              | /enabled
            {'address': 'a', 'tags': 'core'}                                                | /tags
            {'address': 'a', 'tags': [1]}                                                   | /tags
            {'address': 'a', 'communtiy': 'public'}                                         | /communtiy
            {'address': 'a', 'checks': ['ping']}                                            | /checks
            {'address': 'a', 'credential': 'core'}                                          | /credential
            {'address': 'a'}                                                                | /snmp
            {'address': 'a', 'snmp': 'public'}                                              | /snmp
            {'address': 'a', 'snmp': {}}                                                    | /snmp/community
            {'address': 'a', 'snmp': {'community': ''}}                                     | /snmp/community
            {'address': 'a', 'snmp': {'community': 1}}                                      | /snmp/community
            {'address': 'a', 'snmp': {'version': '2', 'community': 'x'}}                    | /snmp/version
            {'address': 'a', 'snmp': {'version': '2c', 'community': 'x', 'user': 'u'}}      | /snmp/user
            {'address': 'a', 'snmp': {'version': '2c', 'community': 'x', 'pass': 'u'}}      | /snmp/pass
            {'address': 'a', 'snmp': {'version': '3'}}                                      | /snmp/user
            {'address': 'a', 'snmp': {'version': '3', 'user': 'u', 'community': 'x'}}       | /snmp/community
            {'address': 'a', 'snmp': {'version': '3', 'user': 'u', 'authProtocol': 'SHA'}}  | /snmp/authPassphrase
            {'address': 'a', 'snmp': {'version': '3', 'user': 'u', 'authProtocol': 'CRC'}}  | /snmp/authProtocol
            {'address': 'a', 'snmp': {'version': '3', 'user': 'u', 'privProtocol': 'ROT'}}  | /snmp/privProtocol
            """)
    void parse_namesTheFieldThatIsWrong(String json, String field) {
        assertThat(errors(DeviceForm.parse(form(json))))
                .extracting(FieldError::field)
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'authProtocol': 'SHA', 'authPassphrase': '1234567'                            | /snmp/authPassphrase
            'authPassphrase': '12345678'                                                  | /snmp/authProtocol
            'privProtocol': 'DES', 'privPassphrase': '12345678'                           | /snmp/privProtocol
            'authProtocol': 'SHA', 'authPassphrase': '12345678', 'privProtocol': 'DES'    | /snmp/privPassphrase
            'context': 'a-context-name-of-more-than-32-octets'                            | /snmp/context
            """)
    void parse_holdsTheRulesOfTheUserSecurityModel(String settings, String field) {
        var form = form("{'address': 'a', 'snmp': {'version': '3', 'user': 'u', " + unquoted(settings) + "}}");

        assertThat(errors(DeviceForm.parse(form))).extracting(FieldError::field).containsExactly(field);
    }

    // CsvSource takes apostrophes for quotation marks where a cell begins with one.
    private static String unquoted(String settings) {
        return settings.startsWith("'") ? settings : "'" + settings;
    }

    @Test
    void parse_tellsEverythingAtOnce() {
        var errors = errors(DeviceForm.parse(
                form("{'port': 0, 'interval': 'x', 'colour': 'red', 'snmp': {'version': '2c', 'user': 'u'}}")));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "/address", "/port", "/interval", "/colour", "/snmp/user", "/snmp/community");
    }

    @Test
    void patch_changesOnlyWhatItNames() {
        var known = draft(V3);

        var changed = Forms.accepted(
                DeviceForm.parse(known, form("{'name': 'UPS', 'snmp': {'privPassphrase': 'other-word'}}")));

        assertThat(changed.name()).isEqualTo("UPS");
        assertThat(changed.interval()).isEqualTo(known.interval());
        assertThat(changed.credential())
                .isEqualTo(new UsmUser(
                        "ronda",
                        "lab",
                        AuthProtocol.SHA_256,
                        new Secret("auth-word-1"),
                        PrivProtocol.AES_128,
                        new Secret("other-word")));
    }

    @Test
    void patch_withNullTakesAFieldAway() {
        var known = draft("{'address': 'a', 'name': 'x', 'interval': '5s', 'snmp': {'community': 'c'}}");

        var changed = Forms.accepted(DeviceForm.parse(known, form("{'name': null, 'interval': null}")));

        assertThat(changed.name()).isNull();
        assertThat(changed.interval()).isEqualTo(PollInterval.DEFAULT);
    }

    @Test
    void patch_withAnotherVersionStartsFromNothing() {
        var changed =
                Forms.accepted(DeviceForm.parse(draft(V3), form("{'snmp': {'version': '2c', 'community': 'public'}}")));

        assertThat(changed.credential()).isEqualTo(new Community(SnmpVersion.V2C, new Secret("public")));
    }

    @Test
    void patch_isJudgedLikeANewDevice() {
        assertThat(errors(DeviceForm.parse(draft(V3), form("{'port': 0, 'status': 'up', 'address': null}"))))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("/address", "/port", "/status");
    }

    @Test
    void noTextOfADraftOrAnErrorHoldsASecret() {
        var refused = DeviceForm.parse(
                form(
                        "{'address': 'a', 'snmp': {'version': '3', 'user': 'u', 'authPassphrase': 'hush', 'community': 'hush'}}"));

        assertThat(draft(V3).toString()).doesNotContain("auth-word-1").doesNotContain("priv-word-1");
        assertThat(refused.toString()).doesNotContain("hush");
    }
}
