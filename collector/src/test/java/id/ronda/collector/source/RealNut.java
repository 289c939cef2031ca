package id.ronda.collector.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Debian's NUT: drivers that read their UPS from files, and the server before them. */
final class RealNut implements AutoCloseable {
    private final Path folder;
    private final int port = Program.freePort();
    private final List<Program> drivers;
    private @Nullable Program server;

    RealNut(Path folder, Map<String, String> files) {
        this.folder = folder;
        files.forEach(this::tell);
        var config = new StringBuilder("maxretry = 1\npollinterval = 1\n");
        files.keySet()
                .forEach(ups -> config.append("[%s]%n  driver = dummy-ups%n  mode = dummy-once%n  port = %s%n"
                        .formatted(ups, folder.resolve(ups + ".dev"))));
        write("ups.conf", config.toString());
        write("upsd.conf", "LISTEN 127.0.0.1 " + port + "\nSTATEPATH " + folder + "\nMAXAGE 15\n");
        write("upsd.users", "[nobody]\n  password = none\n");
        drivers = files.keySet().stream()
                .map(ups -> Program.start("dummy-ups", folder, environment(), "-a", ups, "-F", "-u", user()))
                .toList();
        startServer();
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private Map<String, String> environment() {
        String place = folder.toString();
        return Map.of("NUT_CONFPATH", place, "NUT_STATEPATH", place, "NUT_ALTPIDPATH", place, "NUT_PIDPATH", place);
    }

    /** Debian's /usr/sbin/upsd is a script that asks the configuration of the machine whether it may; this is the program. */
    void startServer() {
        server = Program.start(List.of("/lib/nut/upsd", "-F", "-u", user()), "upsd", folder, environment());
    }

    void stopServer() {
        Objects.requireNonNull(server).close();
    }

    /** What the UPS says from now on. */
    void tell(String ups, String variables) {
        write(ups + ".dev", variables);
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        stopServer();
        drivers.forEach(Program::close);
    }
}
