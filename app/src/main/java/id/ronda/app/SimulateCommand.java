package id.ronda.app;

import id.ronda.simulator.RegencyConfig;
import id.ronda.simulator.Replay;
import id.ronda.simulator.SimulateRecordings;
import id.ronda.simulator.SimulateScenario;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** SNMP agents without devices: one for every recording of a folder, or the virtual regency. Runs until SIGTERM. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "SNMP agents: one per recording (its name is the community), or the virtual regency.")
final class SimulateCommand implements Callable<Outcome> {

    private static final int LONGEST_DELAY_MILLIS = 10_000;

    @ArgGroup(multiplicity = "1")
    final What what = new What();

    @Option(
            names = "--listen",
            paramLabel = "ADDR:PORT",
            converter = HostPort.Converter.class,
            description = "where the agents answer: of recordings an address of 127.0.0.0/8, default 127.0.0.1:1161;"
                    + " of the regency only the port is taken, its addresses are 127.10.0.0/16")
    @Nullable
    HostPort listen;

    @Option(
            names = "--delay",
            paramLabel = "MS",
            defaultValue = "0",
            description = "how many milliseconds every answer of a recording waits, as over a long line; default 0")
    int delayMillis;

    @Mixin
    final SimulatedUser user = new SimulatedUser();

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() throws InterruptedException {
        var listenOn = address();
        if (listenOn.isUnresolved() || !listenOn.getAddress().isLoopbackAddress()) {
            return new Outcome.WrongUse("--listen " + listenOn.getHostString()
                    + ": simulated devices listen on addresses of 127.0.0.0/8 only");
        }
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            shutdown.onSignal();
            String ready = what.recordings == null ? scenario(shutdown, listenOn) : recordings(shutdown, listenOn);
            command.commandLine().getOut().println("ready: " + ready);
            command.commandLine().getOut().flush();
            shutdown.await();
            return Outcome.DONE;
        } catch (IllegalArgumentException e) {
            return new Outcome.WrongUse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private InetSocketAddress address() {
        var usual = SimulateRecordings.defaultAddress();
        return listen == null ? usual : new InetSocketAddress(listen.host(), listen.portOr(usual.getPort()));
    }

    private String recordings(Shutdown shutdown, InetSocketAddress listenOn) throws IOException {
        var folder = Objects.requireNonNull(what.recordings);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--recordings " + folder + " is not a folder");
        }
        var agents = new SimulateRecordings(folder, listenOn, Replay.LIVE, delay(), user.users()).run(progress());
        shutdown.add("agents", agents);
        var bound = agents.addresses().getFirst();
        return bound.getAddress().getHostAddress() + ":" + bound.getPort();
    }

    private Duration delay() {
        if (delayMillis < 0 || delayMillis > LONGEST_DELAY_MILLIS) {
            throw new IllegalArgumentException(
                    "--delay " + delayMillis + " is not within 0 to " + LONGEST_DELAY_MILLIS);
        }
        return Duration.ofMillis(delayMillis);
    }

    private String scenario(Shutdown shutdown, InetSocketAddress listenOn) throws IOException {
        var config = new RegencyConfig(1, listenOn.getPort(), InstantSource.system(), 1);
        var regency = new SimulateScenario(config, what.scenario, user.users()).run(progress());
        shutdown.add("virtual regency", regency);
        return regency.devices().size() + " devices";
    }

    private Consumer<String> progress() {
        var err = command.commandLine().getErr();
        return line -> {
            err.println(line);
            err.flush();
        };
    }

    /** Exactly one of these. */
    static final class What {

        @Option(names = "--recordings", paramLabel = "DIR", description = "folder of NAME.snmprec files")
        @Nullable
        Path recordings;

        @Option(
                names = "--scenario",
                paramLabel = "NAME",
                description = "the virtual regency, with this course of events")
        @Nullable
        String scenario;
    }
}
