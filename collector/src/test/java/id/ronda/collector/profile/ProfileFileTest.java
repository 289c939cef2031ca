package id.ronda.collector.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.ReadingState;
import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.profile.LoadResult.Problem;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;

class ProfileFileTest {
    private final ProfileFile reader = new ProfileFile();

    private Profile loaded(String yaml) {
        var result = reader.read("test.yaml", yaml);
        assertThat(result).isInstanceOf(Loaded.class);
        return ((Loaded) result).profile();
    }

    private List<Problem> problems(String yaml) {
        var result = reader.read("test.yaml", yaml);
        assertThat(result).isInstanceOf(Rejected.class);
        return ((Rejected) result).problems();
    }

    @Test
    void readsEveryPartOfTheLanguage() {
        var profile = loaded("""
                name: genset-x
                about: A test.
                class: genset
                vendor: X
                writable: never
                match: {sysObjectId: 1.3.6.1.4.1.99}
                uses: if-mib
                parameters: {controller: '^1\\.3\\.6\\.1\\.4\\.1\\.99\\.(\\d+)'}
                stateSets:
                  engine: {ok: {1: running}, critical: {2: stopped}}
                scalars:
                  - {metric: battery.runtime, oid: "1.3.6.1.4.1.99.${controller}.1.0", name: Run time, scale: 60, skip: [-1, "65000..65535"], valid: [0, 7200]}
                  - {metric: state, oid: 1.3.6.1.4.1.99.2.0, name: Engine, states: engine}
                tables:
                  - oid: 1.3.6.1.4.1.99.3.1
                    name: ["{2}", "Row {index}"]
                    when: {column: "3", not: [2]}
                    columns:
                      - oid: "4"
                        magnitude: {precision: "5"}
                        kind: {column: "6", cases: {8: {metric: temperature}, "/fan/": {metric: fan.speed}}}
                """);

        assertThat(profile.deviceClass()).isEqualTo("genset");
        assertThat(profile.uses()).containsExactly("if-mib");
        var runtime = profile.scalars().getFirst();
        assertThat(runtime.unitOrUsual()).isEqualTo("s");
        assertThat(runtime.decoder().decode(new Integer32(2))).isEqualTo(120);
        assertThat(runtime.decoder().decode(new Integer32(121))).isNaN();
        assertThat(runtime.decoder().decode(new Integer32(65_100))).isNaN();
        var fingerprint = new Fingerprint("1.3.6.1.4.1.99.14", "", Map.of());
        assertThat(requireNonNull(runtime.oid()).bind(profile.bindings(fingerprint)))
                .isEqualTo(new OID("1.3.6.1.4.1.99.14.1.0"));
        assertThat(requireNonNull(profile.scalars().getLast().stateMap()).of(2)).isEqualTo(ReadingState.CRITICAL);
        var kinds =
                requireNonNull(profile.tables().getFirst().columns().getFirst().kind());
        assertThat(requireNonNull(kinds.of("8")).metric()).isEqualTo("temperature");
        assertThat(requireNonNull(kinds.of("left fan")).metric()).isEqualTo("fan.speed");
        assertThat(kinds.of("9")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class: toaster          | 3 | does not have a value in the enumeration
            writable: always        | 3 | must be the constant value
            colour: red             | 2 | property 'colour' is not defined
            uses: 7                 | 3 | integer found
            match: {sysObjectId: x} | 3 | regex pattern
            """)
    void saysWhichLineIsWrongAndWhy(String line, int number, String reason) {
        var problems = problems("name: a\nabout: b\n" + line + "\n");

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isIn(number, 1);
        });
    }

    @Test
    void pointsIntoTheDepthOfAFile() {
        var problems = problems("""
                name: a
                about: b
                scalars:
                  - {metric: temperature, oid: 1.3.6.1.4.1.9.1.0, name: t}
                  - {metric: temperature, oid: 1.3.six, name: t}
                """);

        assertThat(problems).anySatisfy(p -> assertThat(p.line()).isEqualTo(5));
    }

    @Test
    void namesAPatternThatIsNone() {
        assertThat(problems("name: a\nabout: b\nmatch:\n  sysDescr: '(['\n"))
                .anySatisfy(p -> assertThat(p.line()).isEqualTo(4));
    }

    @Test
    void namesAStateSetThatIsMissing() {
        assertThat(problems("""
                name: a
                about: b
                scalars:
                  - {metric: state, oid: 1.3.6.1.4.1.9.1.0, name: t, states: nowhere}
                """)).containsExactly(new Problem(4, "no state set is named nowhere"));
    }

    @Test
    void refusesWhatIsNoYamlAndWhatIsNoProfile() {
        assertThat(problems("name: [a\nabout: }")).isNotEmpty();
        assertThat(problems("name: a\nname: b\nabout: c\n"))
                .anySatisfy(p -> assertThat(p.line()).isEqualTo(2));
        assertThat(problems("")).hasSize(1);
        assertThat(problems("- a\n- b\n")).hasSize(1);
    }

    @Test
    void aWrongFileDoesNotKeepTheOthersOut(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "name: bad\n");
        Files.writeString(folder.resolve("good.yaml"), "name: good\nabout: b\n");
        Files.writeString(folder.resolve("notes.txt"), "no profile");

        var results = new ProfileLoader().folder(folder);

        assertThat(results).extracting(LoadResult::file).containsExactly("bad.yaml", "good.yaml");
        assertThat(results.getFirst()).isInstanceOf(Rejected.class);
        assertThat(results.getLast()).isInstanceOf(Loaded.class);
    }

    @Test
    void aFolderThatIsMissingHoldsNoProfiles(@TempDir Path folder) {
        assertThat(new ProfileLoader().folder(folder.resolve("nowhere"))).isEmpty();
    }
}
