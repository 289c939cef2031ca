package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Fault;
import id.ronda.simulator.Loopback;
import id.ronda.simulator.SyntheticFleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The simulated devices of {@code bench poll}, in a process of their own so that their cost can be told apart: 127.1.0.1 and
 * on, on the port that is the answer. A line {@code mute N} on stdin silences the last N; the end of stdin ends it.
 */
@Command(name = "fleet", hidden = true, description = "The devices of bench poll.")
final class BenchFleetCommand implements Callable<Outcome> {

    /** Decides the speed of each interface. */
    static final long SEED = 20_261_121;

    @Parameters(paramLabel = "DEVICESxINTERFACES", converter = FleetSize.Converter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private FleetSize size;

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() throws IOException {
        int port = freePort();
        var fleet = SyntheticFleet.onAddresses(size.devices(), size.interfaces(), SEED, port);
        try (var server = AgentServer.builder().devices(fleet.devices()).build().start();
                var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            command.commandLine().getOut().println(port);
            command.commandLine().getOut().flush();
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                obey(order, server);
            }
        }
        return Outcome.DONE;
    }

    private void obey(String order, AgentServer server) {
        int dead = Integer.parseInt(order.replace("mute ", ""));
        for (int device = size.devices() - dead; device < size.devices(); device++) {
            server.device(SyntheticFleet.name(device)).faults().on(Fault.MUTE);
        }
    }

    /** All addresses must have the same port, and one that is free on the first is as good as free on all. */
    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(Loopback.socket(1, 0, 1, 0))) {
            return socket.getLocalPort();
        }
    }
}
