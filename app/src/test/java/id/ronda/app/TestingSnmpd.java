package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.app.e2e.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's snmpd on a free loopback port with a configuration of its own. */
final class TestingSnmpd implements AutoCloseable {

    private final Process process;
    private final String address;

    private TestingSnmpd(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it with these lines of configuration; returns when it answers the community {@code public}. */
    static TestingSnmpd start(Path folder, List<String> config) throws IOException {
        Files.write(folder.resolve("snmpd.conf"), config);
        String address = "127.0.0.1:" + FreePorts.udp("127.0.0.1");
        var builder = new ProcessBuilder(
                "/usr/sbin/snmpd",
                "-f",
                "-Lf",
                folder.resolve("snmpd.log").toString(),
                "-C",
                "-c",
                folder.resolve("snmpd.conf").toString(),
                "-I",
                "-smux",
                "udp:" + address);
        builder.environment().put("SNMP_PERSISTENT_DIR", folder.toString());
        builder.environment().put("MIBS", "");
        var snmpd = new TestingSnmpd(
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("snmpd.out").toFile())
                        .start(),
                address);
        await().atMost(Duration.ofSeconds(20)).until(snmpd::answers);
        return snmpd;
    }

    private boolean answers() {
        assertThat(process.isAlive()).as("snmpd runs").isTrue();
        return CommandRun.of("probe", address, "--community", "public").status() == 0;
    }

    /** Where it answers, as it is typed. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
