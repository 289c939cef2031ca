package id.ronda.collector.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** Debian's snmpd on a free loopback port with its own configuration. */
final class Snmpd implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/snmpd");

    private final Process process;
    private final InetSocketAddress address;

    private Snmpd(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Skips the test when there is no snmpd, unless tools are required. */
    static void require() {
        if (!Files.isExecutable(PROGRAM) && Boolean.getBoolean("ronda.tools.required")) {
            throw new AssertionError("snmpd is missing: install the package snmpd");
        }
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "snmpd is missing: install the package snmpd");
    }

    /** Starts it with these lines of configuration, {@code createUser …} among them. */
    static Snmpd start(Path folder, List<String> config) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
            var persistent = Files.createDirectories(folder.resolve("persistent"));
            Files.write(folder.resolve("snmpd.conf"), config);
            var builder = new ProcessBuilder(
                    PROGRAM.toString(),
                    "-f",
                    "-Lf",
                    folder.resolve("snmpd.log").toString(),
                    "-C",
                    "-c",
                    folder.resolve("snmpd.conf").toString(),
                    "-I",
                    "-smux",
                    "udp:127.0.0.1:" + address.getPort());
            builder.environment().put("SNMP_PERSISTENT_DIR", persistent.toString());
            builder.environment().put("MIBS", "");
            var log = folder.resolve("snmpd.out").toFile();
            return new Snmpd(
                    builder.redirectErrorStream(true).redirectOutput(log).start(), address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers this peer. */
    Snmpd awaitAnswer(SnmpClient client, SnmpPeer peer) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("snmpd ended with status " + process.exitValue());
            }
            return Clients.ask(client, peer, Clients.get("1.3.6.1.2.1.1.3.0")) instanceof SnmpReply.Answered;
        });
        return this;
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
