package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.profile.ProfileLoader;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile can say of rows beyond a number and its scale: sums, shares, rates, numbers of rows, light, texts in indexes. */
class RowMeaningsTest {
    private static final String SYSTEM = """
            1.3.6.1.2.1.1.1.0|4|Example
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Inventory look(String body, String objects) throws IOException {
        String head = "name: example\nabout: test\nclass: switch\nmatch: {sysObjectId: 1.3.6.1.4.1.99999}\n";
        Files.writeString(folder.resolve("example.yaml"), head + body);
        Files.writeString(folder.resolve("unknown.yaml"), "name: unknown\nabout: test\nclass: unknown\n");
        var catalog = ProfileCatalog.of(new ProfileLoader().folder(folder));
        assertThat(catalog.rejected()).isEmpty();
        return ((Discovered) new Discoverer(catalog).discover(RecordedAgent.of(SYSTEM + objects))).inventory();
    }

    private static Reading reading(Inventory inventory, String metric) {
        return inventory.readings().stream()
                .filter(r -> r.metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " not in " + inventory.readings()));
    }

    @Test
    void aPoolHasASizeAndAShareThoughItTellsOnlyItsUsedAndFreePart() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.2
                    name: Pool
                    columns:
                      - {metric: memory.total, oid: "1", scale: 1024, sum: ["1", "2"]}
                      - {metric: memory.utilization, oid: "1", magnitude: {percentOf: ["1", "2"]}}
                """, """
                1.3.6.1.4.1.99999.2.1.7|66|30
                1.3.6.1.4.1.99999.2.2.7|66|90
                """);

        assertThat(reading(inventory, "memory.total").value()).isEqualTo(120 * 1024);
        assertThat(reading(inventory, "memory.utilization").value()).isEqualTo(25);
        // A sum is no object: only the share is asked again.
        assertThat(inventory.objects()).extracting(PolledObject::metric).containsExactly("memory.utilization");
    }

    @Test
    void aShareOfNothingAndASumOfAPartAreNoValues() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.2
                    name: Pool
                    columns:
                      - {metric: memory.utilization, oid: "1", magnitude: {percentOf: "2"}}
                      - {metric: memory.total, oid: "1", sum: ["1", "3"]}
                """, """
                1.3.6.1.4.1.99999.2.1.7|66|30
                1.3.6.1.4.1.99999.2.2.7|66|0
                """);

        assertThat(inventory.readings()).isEmpty();
        assertThat(inventory.notes()).singleElement().asString().startsWith("2 objects hold no value");
    }

    @Test
    void aSingleObjectHasItsShareToo_fromTheFreePart() throws IOException {
        var inventory = look("""
                scalars:
                  - {metric: memory.utilization, oid: 1.3.6.1.4.1.99999.3.1.0, name: Memory, scale: -1, offset: 100,
                     magnitude: {percentOf: 1.3.6.1.4.1.99999.3.2}}
                """, """
                1.3.6.1.4.1.99999.3.1.0|2|64
                1.3.6.1.4.1.99999.3.2.0|2|256
                """);

        assertThat(reading(inventory, "memory.utilization").value()).isEqualTo(75);
    }

    @Test
    void whatCountsUpIsPolledAsARateAndHasNoValueYet() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.4
                    name: "{1}"
                    columns:
                      - {metric: traffic.in, oid: "2", counter: true}
                      - {metric: rate, oid: "3", counter: true}
                """, """
                1.3.6.1.4.1.99999.4.1.1|4|dinas-pu
                1.3.6.1.4.1.99999.4.2.1|70|123456789012
                1.3.6.1.4.1.99999.4.3.1|65|17
                """);

        assertThat(inventory.objects())
                .extracting(PolledObject::metric, PolledObject::instance, PolledObject::unit, PolledObject::kind)
                .containsExactly(
                        tuple("traffic.in", "dinas-pu", "By/s", ObjectKind.COUNTER64),
                        tuple("rate", "dinas-pu", "1/s", ObjectKind.COUNTER32));
        assertThat(inventory.readings()).extracting(Reading::value).containsOnlyNulls();
    }

    @Test
    void theNumberOfRowsIsToldAndNotPolled() throws IOException {
        String body = """
                tables:
                  - oid: 1.3.6.1.4.1.99999.5
                    columns:
                      - {metric: count, oid: "1", rows: true, name: Neighbours, when: {column: "1", not: hidden}}
                """;
        var inventory = look(body, """
                1.3.6.1.4.1.99999.5.1.1|4|a
                1.3.6.1.4.1.99999.5.1.2|4|hidden
                1.3.6.1.4.1.99999.5.1.3|4|c
                """);

        var count = reading(inventory, "count");
        assertThat(count.value()).isEqualTo(2);
        assertThat(count.instance()).isEqualTo("neighbours");
        assertThat(inventory.objects()).isEmpty();
        assertThat(look(body, "").readings()).isEmpty();
    }

    @Test
    void lightInMilliwattsOrMicrowattsIsToldInDbm() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.6
                    name: "Port {index}"
                    columns:
                      - {metric: signal, oid: "1", decibels: true}
                      - {metric: signal, oid: "2", scale: 0.0001, decibels: true, name: "Port {index} receive"}
                """, """
                1.3.6.1.4.1.99999.6.1.1|4|0.398000
                1.3.6.1.4.1.99999.6.2.1|2|5000
                1.3.6.1.4.1.99999.6.2.2|2|0
                """);

        assertThat(inventory.readings()).hasSize(2);
        assertThat(inventory.readings().get(0).value()).isCloseTo(-4.0012, within(0.0001));
        assertThat(inventory.readings().get(1).value()).isCloseTo(-3.0103, within(0.0001));
        assertThat(inventory.readings()).extracting(Reading::unit).containsOnly("dBm");
    }

    @Test
    void anIndexOfTextsIsReadable() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.7
                    name: "{index.text.1} to {index.text.2}"
                    columns:
                      - {metric: loss, oid: "1"}
                """, "1.3.6.1.4.1.99999.7.1.2.80.85.4.75.111.116.97.2|66|3\n");

        assertThat(reading(inventory, "loss").name()).isEqualTo("PU to Kota");
    }

    @Test
    void aRowTellsTheLimitsOfItsOwnValue() throws IOException {
        var inventory = look("""
                tables:
                  - oid: 1.3.6.1.4.1.99999.3
                    name: "Sensor {index}"
                    columns:
                      - {metric: temperature, oid: "1", scale: 0.1, skip: [-999], limits: {lowCritical: "2", lowWarning: "3", highWarning: "4"}}
                """, """
                1.3.6.1.4.1.99999.3.1.1|2|215
                1.3.6.1.4.1.99999.3.1.2|2|215
                1.3.6.1.4.1.99999.3.1.3|2|215
                1.3.6.1.4.1.99999.3.2.1|2|-70
                1.3.6.1.4.1.99999.3.3.1|2|-999
                1.3.6.1.4.1.99999.3.4.1|2|350
                1.3.6.1.4.1.99999.3.3.2|2|0
                1.3.6.1.4.1.99999.3.4.2|2|0
                """);

        assertThat(inventory.readings())
                .extracting(Reading::limits)
                .containsExactly(new Limits(-7.0, null, 35.0, null), null, null);
        assertThat(inventory.notes()).containsExactly("Sensor 2: its limits contradict each other and are left out");
    }
}
