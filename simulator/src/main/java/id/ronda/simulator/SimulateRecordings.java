package id.ronda.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code ronda simulate --recordings DIR} does: an agent for each recording, all on one address.
 *
 * @param folder of the recordings
 * @param listen the common address, one of 127.0.0.0/8
 * @param replay whether time goes on in them
 * @param delay how long every answer waits, as over a long line; zero: none
 * @param users who may ask by SNMPv3, with the recording's name as the context
 */
public record SimulateRecordings(
        Path folder, InetSocketAddress listen, Replay replay, Duration delay, List<V3User> users) {
    /** Where it listens unless told otherwise. */
    public static InetSocketAddress defaultAddress() {
        return Loopback.socket(0, 0, 1, RegencyConfig.DEFAULT_PORT);
    }

    /**
     * Starts the agents and returns; they answer until the server is closed.
     *
     * @param progress takes what a person should read, a line each
     * @throws IOException when the folder cannot be read or holds no recording, or the address cannot be bound
     */
    public AgentServer run(Consumer<String> progress) throws IOException {
        List<Recording> recordings = Recordings.read(folder);
        if (recordings.isEmpty()) {
            throw new IOException("no " + Recording.ENDING + " file is in " + folder);
        }
        recordings.stream()
                .filter(recording -> !recording.skipped().isEmpty())
                .forEach(recording -> progress.accept(skipped(recording)));
        AgentServer.Builder builder = AgentServer.builder().listen(listen);
        recordings.forEach(recording -> builder.device(delayed(Recordings.device(recording, replay))));
        users.forEach(builder::user);
        AgentServer server = builder.build().start();
        progress.accept(
                recordings.size() + " agents on " + text(server.addresses().getFirst())
                        + "; the community, or the context of SNMPv3, is the file's name without " + Recording.ENDING);
        return server;
    }

    private SimulatedDevice delayed(SimulatedDevice device) {
        device.faults().delay(delay);
        return device;
    }

    private static String skipped(Recording recording) {
        Recording.SkippedLine first = recording.skipped().getFirst();
        return recording.name() + ": " + recording.skipped().size() + " lines left out, the first is line "
                + first.line() + ": " + first.reason();
    }

    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
