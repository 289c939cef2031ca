package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    @Test
    void eachFileBecomesADeviceNamedLikeIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.snmprec"), "1.3.6.1.2.1.1.3.0|67|6000\n");
        Files.writeString(folder.resolve("a_1.snmprec"), "1.3.6.1.2.1.1.7.0|2|72\n");
        Files.writeString(folder.resolve("a_1.json"), "{}");
        List<SimulatedDevice> devices = Recordings.load(folder);
        assertThat(devices).extracting(SimulatedDevice::name).containsExactly("a_1", "b");
        assertThat(devices.getLast().community()).isEqualTo("b");
        assertThat(devices.getLast().uptime()).hasMinutes(1);
    }

    @Test
    void aMissingFolderIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Recordings.load(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none");
    }

    @Test
    void everyRealRecordingIsReadNearlyWhole() throws IOException {
        List<Recording> recordings = Recordings.read(RecordingFolder.orSkip());
        int objects = recordings.stream()
                .mapToInt(recording -> recording.objects().size())
                .sum();
        int skipped = recordings.stream()
                .mapToInt(recording -> recording.skipped().size())
                .sum();
        assertThat(recordings)
                .hasSizeGreaterThan(100)
                .allMatch(recording -> recording.objects().size() > 5);
        assertThat((double) skipped / objects)
                .as("%d of %d lines skipped", skipped, objects)
                .isLessThan(0.001);
    }
}
