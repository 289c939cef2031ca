package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

class ProfileCatalogTest {
    private static final String UPS_PROBE = "1.3.6.1.2.1.33.1.2.1.0";

    private static ProfileCatalog catalog(String... files) {
        var reader = new ProfileFile();
        return ProfileCatalog.of(Arrays.stream(files)
                .map(f -> reader.read(f.lines().findFirst().orElse(""), f))
                .toList());
    }

    private static String profile(String name, String more) {
        return "name: " + name + "\nabout: test\n" + more + "\n";
    }

    private static Fingerprint device(String sysObjectId, String sysDescr, String... answered) {
        var answers = new HashMap<OID, Variable>();
        Stream.of(answered).forEach(oid -> answers.put(new OID(oid), new Integer32(1)));
        return new Fingerprint(sysObjectId, sysDescr, answers);
    }

    private final ProfileCatalog ranked = catalog(
            profile("exact", "match: {sysObjectId: 1.3.6.1.4.1.9.1.7, exact: true}"),
            profile("long", "match: {sysObjectId: 1.3.6.1.4.1.9.1}"),
            profile("short", "match: {sysObjectId: 1.3.6.1.4.1.9}"),
            profile("short-with-text", "match: {sysObjectId: 1.3.6.1.4.1.9, sysDescr: Special}"),
            profile("text", "match: {sysDescr: Special}"),
            profile("probed", "match: {probe: 1.3.6.1.4.1.50.1.0}"),
            profile("generic", "match: {probe: 1.3.6.1.2.1.33.1.2.1.0, generic: true}"),
            profile("unknown", "class: unknown"));

    @Test
    void anExactObjectIdComesBeforeThePrefixesAndALongOneBeforeAShort() {
        assertThat(ranked.match(device("1.3.6.1.4.1.9.1.7", "Special")).name()).isEqualTo("exact");
        assertThat(ranked.match(device("1.3.6.1.4.1.9.1.70", "Special")).name()).isEqualTo("long");
        assertThat(ranked.match(device("1.3.6.1.4.1.9.12", "")).name()).isEqualTo("short");
        assertThat(ranked.match(device(".1.3.6.1.4.1.9.12", "Special")).name()).isEqualTo("short-with-text");
    }

    @Test
    void thenTheTextThenTheProbeThenTheMibItSpeaks() {
        assertThat(ranked.match(device("0.0", "Special", "1.3.6.1.4.1.50.1.0", UPS_PROBE))
                        .name())
                .isEqualTo("text");
        assertThat(ranked.match(device("0.0", "", "1.3.6.1.4.1.50.1.0", UPS_PROBE))
                        .name())
                .isEqualTo("probed");
        assertThat(ranked.match(device("0.0", "", UPS_PROBE)).name()).isEqualTo("generic");
        assertThat(ranked.match(device("", "")).name()).isEqualTo("unknown");
    }

    @Test
    void everyRecognisedDeviceIsAskedForTheStandardMibsToo() {
        var catalog = catalog(
                profile("ups-mib", "scalars: [{metric: load, name: Load, oid: 1.3.6.1.2.1.33.1.4.4.1.5.1}]"),
                profile("if-mib", "interfaces: true"),
                profile("maker", "match: {sysObjectId: 1.3.6.1.4.1.9}"),
                profile("better", "without: ups-mib\nmatch: {sysObjectId: 1.3.6.1.4.1.9.1}"),
                profile("part", "scalars: []"));
        assertThat(catalog.find("maker").orElseThrow().scalars()).hasSize(1);
        assertThat(catalog.find("maker").orElseThrow().interfaces()).isTrue();
        assertThat(catalog.find("better").orElseThrow().scalars()).isEmpty();
        assertThat(catalog.find("part").orElseThrow().interfaces()).isFalse();
    }

    @Test
    void aPrefixEndsAtADot() {
        assertThat(ranked.match(device("1.3.6.1.4.1.99.1", "")).name()).isEqualTo("unknown");
    }

    @Test
    void asksOnlyTheProbesThatCouldDecide() {
        assertThat(ranked.probes(device("0.0", "")))
                .containsExactlyInAnyOrder(new OID("1.3.6.1.4.1.50.1.0"), new OID(UPS_PROBE));
        assertThat(ranked.probes(device("1.3.6.1.4.1.9.1", ""))).isEmpty();
        assertThat(ranked.probes(device("0.0", "Special"))).isEmpty();
    }

    @Test
    void asksTheProbeOfARuleThatWouldWinOverAKnownOne() {
        var finer = catalog(
                profile("maker", "match: {sysObjectId: 1.3.6.1.4.1.9}"),
                profile("model", "match: {sysObjectId: 1.3.6.1.4.1.9, probe: 1.3.6.1.4.1.9.5.0}"));

        assertThat(finer.probes(device("1.3.6.1.4.1.9.1", ""))).containsExactly(new OID("1.3.6.1.4.1.9.5.0"));
    }

    @Test
    void aProfileHasWhatItUsesBehindItsOwn() {
        var catalog = catalog(
                profile("a", "uses: [b]\nscalars: [{metric: load, oid: 1.3.6.1.1.0, name: own}]"),
                profile("b", "uses: [c, a]\nscalars: [{metric: load, oid: 1.3.6.1.2.0, name: used}]"),
                profile("c", "interfaces: true"));

        var a = catalog.find("a").orElseThrow();

        assertThat(a.interfaces()).isTrue();
        assertThat(a.scalars())
                .extracting(Measurement::oid)
                .containsExactly(new OidPattern("1.3.6.1.1.0"), new OidPattern("1.3.6.1.2.0"));
    }

    @Test
    void aProfileThatUsesAnUnknownOneIsRejectedAndTheOthersStay() {
        var catalog = catalog(profile("a", "uses: [nowhere]"), profile("b", ""));

        assertThat(catalog.profiles()).extracting(Profile::name).containsExactly("b");
        assertThat(catalog.rejected())
                .singleElement()
                .satisfies(r -> assertThat(r.problems().getFirst().reason()).contains("nowhere"));
    }

    @Test
    void aLocalFileTakesThePlaceOfAShippedOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), profile("himoinsa", "class: genset\nmatch: {sysDescr: Mine}"));
        Files.writeString(folder.resolve("wrong.yaml"), "name: 7\n");

        var catalog = ProfileCatalog.load(folder);

        assertThat(catalog.match(device("0.0", "Mine")).name()).isEqualTo("himoinsa");
        assertThat(catalog.match(device("0.0", "C2LAN SNMP")).name()).isEqualTo("unknown");
        assertThat(catalog.rejected()).extracting(Rejected::file).containsExactly("wrong.yaml");
    }

    @Test
    void aClassIsToldByTheFirstRuleThatHolds() {
        var profile = catalog(profile("a", """
                class: router
                match: {sysObjectId: 1.3.6}
                classes:
                  - {class: firewall, sysDescr: Wall}
                  - {class: switch, model: ^CRS}
                  - {class: ups, probe: 1.3.6.1.2.1.33.1.2.1.0, is: 1}
                """)).match(device("1.3.6.1", "x"));

        assertThat(profile.classOf(device("1.3.6.1", "Wall"), "CRS317")).isEqualTo(DeviceClass.FIREWALL);
        assertThat(profile.classOf(device("1.3.6.1", ""), "CRS317")).isEqualTo(DeviceClass.SWITCH);
        assertThat(profile.classOf(device("1.3.6.1", "", UPS_PROBE), "")).isEqualTo(DeviceClass.UPS);
        assertThat(profile.classOf(device("1.3.6.1", ""), "")).isEqualTo(DeviceClass.ROUTER);
    }

    @Test
    void withoutAnyFileThereIsStillAnAnswer() {
        var nothing = catalog().match(new Fingerprint("", "", Map.of()));

        assertThat(nothing.name()).isEqualTo(ProfileCatalog.UNKNOWN);
        assertThat(nothing.interfaces()).isTrue();
    }
}
