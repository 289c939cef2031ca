package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.ronda.collector.device.DeviceCsv.Judged;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.FieldError;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCsvTest {

    private static final String HEADER =
            "address,port,name,interval,version,community,user,authProtocol,authPassphrase,"
                    + "privProtocol,privPassphrase,context,checks,unit,location,parent,tags\n";

    private static List<FormRow> rows(String text) {
        return switch (DeviceCsv.parse(text)) {
            case Judged.Accepted accepted -> accepted.rows();
            case Judged.Refused refused ->
                throw new AssertionError(refused.errors().toString());
        };
    }

    private static DeviceDraft draft(FormRow row) {
        return Forms.accepted(DeviceForm.parse(row.form()));
    }

    private static List<FieldError> refused(String text) {
        return switch (DeviceCsv.parse(text)) {
            case Judged.Accepted accepted ->
                throw new AssertionError(accepted.rows().toString());
            case Judged.Refused refused -> refused.errors();
        };
    }

    @Test
    void parse_readsEveryColumn() {
        var rows = rows(HEADER
                + "127.0.1.5,11161,\"UPS, lantai 1\",30s,2c,public,,,,,,,,Diskominfo,Rak 2,core,ups;lantai-1\n"
                + "127.0.1.6,,,,3,,ronda,SHA-256,auth-word,AES-128,priv-word,lab,,,,,\n");

        var ups = draft(rows.get(0));
        assertThat(rows.get(0).row()).isEqualTo(2);
        assertThat(ups.name()).isEqualTo("UPS, lantai 1");
        assertThat(ups.port()).isEqualTo(11161);
        assertThat(ups.interval()).hasSeconds(30);
        assertThat(ups.credential()).isEqualTo(new Community(SnmpVersion.V2C, new Secret("public")));
        assertThat(ups.tags()).containsExactly("ups", "lantai-1");
        assertThat(draft(rows.get(1)).credential()).isInstanceOf(UsmUser.class);
        assertThat(draft(rows.get(1)).port()).isEqualTo(161);
    }

    @Test
    void parse_letsTheHeaderDecideTheOrder() {
        var draft = draft(rows("Community,ADDRESS\npublic,127.0.0.2\n").getFirst());

        assertThat(draft.address()).isEqualTo("127.0.0.2");
        assertThat(draft.credential()).isEqualTo(new Community(SnmpVersion.V2C, new Secret("public")));
    }

    @Test
    void parse_takesSemicolonsByteOrderMarkAndWindowsLines() {
        var rows = rows("\uFEFFaddress;community;tags\r\n127.0.0.2;public;a,b\r\n\r\n127.0.0.3;c;\r\n");

        assertThat(draft(rows.get(0)).tags()).containsExactly("a", "b");
        assertThat(rows.get(1).row()).isEqualTo(4);
        assertThat(draft(rows.get(1)).address()).isEqualTo("127.0.0.3");
    }

    @Test
    void parse_leavesOddCellsToTheForm() {
        var row = rows("address,port,community,enabled\n127.0.0.2,many,public,maybe\n")
                .getFirst();

        assertThat(Forms.errors(DeviceForm.parse(row.form())))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("/port", "/enabled");
    }

    @Test
    void anAbsentColumnLeavesAKnownFieldAlone_anEmptyCellTakesItAway() {
        var known = draft(
                rows("address,name,location,community\n127.0.0.2,A,Rak 1,c\n").getFirst());
        var row = rows("address,location,community\n127.0.0.2,,c\n").getFirst();

        var changed = Forms.accepted(DeviceForm.parse(known, row.form()));

        assertThat(changed.name()).isEqualTo("A");
        assertThat(changed.location()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "address,colour\n",
                "address,address\n",
                "name,community\nA,b\n",
                "address,community\n127.0.0.2,\"a\n"
            })
    void parse_refusesWhatIsNoTableOfDevices(String text) {
        assertThat(refused(text))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.field()).startsWith("/"));
    }

    @Test
    void parse_refusesARowOfAnotherShapeByItself() {
        var rows = rows("address,community\n127.0.0.2,a\n127.0.0.3\n127.0.0.4,a,b\n127.0.0.5,c\n");

        assertThat(rows).extracting(FormRow::row).containsExactly(2, 3, 4, 5);
        assertThat(rows.get(1).errors())
                .containsExactly(new FieldError("", "has 1 cells, the header 2", "berisi 1 sel, tajuknya 2"));
        assertThat(rows.get(2).errors())
                .containsExactly(new FieldError("", "has 3 cells, the header 2", "berisi 3 sel, tajuknya 2"));
        assertThat(rows.get(2).form()).isEmpty();
        assertThat(draft(rows.get(3)).address()).isEqualTo("127.0.0.5");
    }

    @Test
    void noTextOfARowHoldsASecret() {
        assertThat(rows("address,community\n127.0.0.2,hush\n").toString()).doesNotContain("hush");
    }

    @Property(tries = 200)
    void whatIsWrittenAsCsvIsReadBackTheSame(
            @ForAll @IntRange(min = 1, max = 65_535) int port,
            @ForAll @AlphaChars @Chars({',', ';', '"', ' ', '-'}) @StringLength(max = 20) String name,
            @ForAll @AlphaChars @Chars({',', ';', '"', ' ', '\n'}) @StringLength(min = 1, max = 20) String community)
            throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("address", "port", "name", "community");
            csv.writeRecord("127.0.0.2", String.valueOf(port), name, community);
        }

        var form = rows(text.toString()).getFirst().form();

        assertThat(form.get("port").intValue()).isEqualTo(port);
        assertThat(form.get("name").asText("")).isEqualTo(name.strip());
        assertThat(form.at("/snmp/community").asText("")).isEqualTo(community.isBlank() ? "" : community);
    }
}
