package id.ronda.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.GapReason;
import id.ronda.collector.IfStatus;
import id.ronda.collector.ReadingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern SAID = Pattern.compile("say\\(\\s*[\"']([a-z][a-z0-9.-]+)[\"'][,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Messages INDONESIAN = Messages.of(Language.INDONESIAN);
    private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ENGLISH.keys()).isEqualTo(INDONESIAN.keys()).hasSizeGreaterThan(200);
    }

    @Test
    void nothingIsSaidInTwoWays() throws IOException {
        for (Language language : Language.values()) {
            List<String> keys;
            try (var file = MessagesTest.class.getResourceAsStream("messages_" + language.code() + ".properties")) {
                keys = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
            }
            assertThat(keys).as(language.code()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        assertThat(INDONESIAN.keys())
                .allSatisfy(key -> assertThat(places(ENGLISH, key)).as(key).isEqualTo(places(INDONESIAN, key)));
    }

    @Test
    void everySentenceThatIsSaidExists() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path file : sources()) {
            SAID.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(said::add);
        }
        assertThat(said).hasSizeGreaterThan(80);
        assertThat(INDONESIAN.keys()).containsAll(said);
    }

    @Test
    void everyNameOfTheCollectorHasAWord() {
        Stream<String> names = Stream.of(
                        Arrays.stream(DeviceClass.values()).map(c -> "class." + c.code()),
                        Arrays.stream(DeviceStatus.values()).map(s -> "status." + s.code()),
                        Arrays.stream(IfStatus.values()).map(s -> "link." + s.code()),
                        Arrays.stream(ReadingState.values()).map(s -> "reading." + s.code()),
                        Arrays.stream(GapReason.values())
                                .flatMap(r -> Stream.of("failure." + r.code(), "advice." + r.code())))
                .flatMap(each -> each);
        assertThat(INDONESIAN.keys()).containsAll(names.toList());
    }

    @Test
    void fillsPlacesInTheFormOfTheLanguage() {
        assertThat(INDONESIAN.say("devices.matching", 100, 1234)).startsWith("100 dari 1.234 perangkat");
        assertThat(ENGLISH.say("devices.matching", 100, 1234)).startsWith("100 of 1,234 devices");
    }

    @Test
    void refusesASentenceThatDoesNotExist() {
        assertThatThrownBy(() -> ENGLISH.say("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages_en.properties");
        assertThat(ENGLISH.find("no.such")).isEmpty();
    }

    private static Set<String> places(Messages messages, String key) {
        String text = key.equals("chart.omitted") ? "{0}" : messages.say(key, "{0}", "{1}", "{2}");
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(jte|java|js)"))
                    .toList();
        }
    }
}
