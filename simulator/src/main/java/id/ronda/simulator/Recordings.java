package id.ronda.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of recordings, each served as a device that is named like its file. */
public final class Recordings {
    private Recordings() {}

    /** Every recording of the folder as a live device, by name. */
    public static List<SimulatedDevice> load(Path folder) throws IOException {
        return load(folder, Replay.LIVE);
    }

    /**
     * Every recording of the folder as a device, by name.
     *
     * @throws IOException when the folder or a file in it cannot be read
     */
    public static List<SimulatedDevice> load(Path folder, Replay replay) throws IOException {
        List<SimulatedDevice> devices = new ArrayList<>();
        for (Recording recording : read(folder)) {
            devices.add(device(recording, replay));
        }
        return List.copyOf(devices);
    }

    /** Reads every snmprec file of the folder, by name. */
    public static List<Recording> read(Path folder) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files(folder)) {
            recordings.add(Recording.read(file));
        }
        return recordings;
    }

    /** The device of one recording; its community and its context are the recording's name. */
    public static SimulatedDevice device(Recording recording, Replay replay) {
        return SimulatedDevice.named(recording.name())
                .tree(recording.tree(replay))
                .uptime(LiveReplay.uptime(recording.objects()))
                .maxMessageSize(maxMessageSize(recording))
                .build();
    }

    /** Room for the largest value: some wireless controllers sent 12 KiB in one, in as many fragments as it took. */
    private static int maxMessageSize(Recording recording) {
        int largest = recording.objects().values().stream()
                .mapToInt(value -> value instanceof ServedValue.Constant constant ? constant.size() : 0)
                .max()
                .orElse(0);
        return Math.clamp(largest + 512, SimulatedDevice.DEFAULT_MAX_MESSAGE_SIZE, 65_507);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(Recording.ENDING))
                    .sorted()
                    .toList();
        }
    }
}
