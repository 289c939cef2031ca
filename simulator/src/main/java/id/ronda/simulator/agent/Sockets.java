package id.ronda.simulator.agent;

import id.ronda.simulator.Loopback;
import id.ronda.simulator.ServedLog;
import id.ronda.simulator.SimulatedDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sockets of a server: one for each address. */
final class Sockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
    private static final int RECEIVE_BUFFER = 4 << 20;

    private final Selector selector = Selector.open();
    private final Map<InetSocketAddress, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<SimulatedDevice, Endpoint> byDevice = new HashMap<>();
    private final Passphrases passphrases = new Passphrases();
    private final AgentLoop.Setup setup;
    private final DatagramChannel foreign;
    private final long startNanos;

    private Sockets(AgentLoop.Setup setup) throws IOException {
        this.setup = setup;
        this.startNanos = setup.ticker().getAsLong();
        this.foreign = DatagramChannel.open();
    }

    static Sockets open(AgentLoop.Setup setup) throws IOException {
        Sockets sockets = new Sockets(setup);
        try {
            sockets.bindAll();
            return sockets;
        } catch (IOException | RuntimeException failed) {
            sockets.close();
            throw failed;
        }
    }

    private void bindAll() throws IOException {
        // Any other address than those asked: a device's foreign answers come from here.
        foreign.configureBlocking(false);
        foreign.bind(Loopback.socket(255, 255, 254, 0));
        if (setup.listen() != null) {
            endpoint(setup.listen());
        }
        for (SimulatedDevice device : setup.devices()) {
            ServedLog log = setup.log();
            Endpoint endpoint = endpoint(Objects.requireNonNullElse(device.address(), common(device)));
            endpoint.add(new Session(device, log == null ? null : log.pages(device), startNanos));
            byDevice.put(device, endpoint);
        }
    }

    private InetSocketAddress common(SimulatedDevice device) {
        if (device.address() == null && setup.listen() == null) {
            throw new IllegalArgumentException("device " + device.name()
                    + " has no address and the server no common one: give it one to listen on");
        }
        return setup.listen() == null ? new InetSocketAddress(0) : setup.listen();
    }

    private Endpoint endpoint(InetSocketAddress wanted) throws IOException {
        Endpoint known = endpoints.get(wanted);
        if (known != null) {
            return known;
        }
        if (wanted.isUnresolved() || !wanted.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("simulated devices listen on loopback addresses only, not on " + wanted);
        }
        DatagramChannel channel = bind(wanted);
        InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
        Endpoint endpoint = new Endpoint(bound, channel, new Engine(bound, setup.users(), passphrases, startNanos));
        channel.register(selector, SelectionKey.OP_READ, endpoint);
        endpoints.put(wanted, endpoint);
        return endpoint;
    }

    private static DatagramChannel bind(InetSocketAddress wanted) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            return channel.bind(wanted);
        } catch (IOException refused) {
            channel.close();
            throw new IOException("cannot listen on " + wanted + ": " + refused.getMessage(), refused);
        }
    }

    DatagramChannel foreign() {
        return foreign;
    }

    List<InetSocketAddress> addresses() {
        return endpoints.values().stream().map(Endpoint::address).toList();
    }

    InetSocketAddress address(SimulatedDevice device) {
        return Objects.requireNonNull(byDevice.get(device), "a device of another server")
                .address();
    }

    boolean isOpen() {
        return selector.isOpen();
    }

    /** Waits for datagrams, at most so many milliseconds (0: for ever), and hands on each socket that has some. */
    void await(Consumer<Endpoint> reader, long millis) throws IOException {
        try {
            selector.select(key -> reader.accept(AgentLoop.endpoint(key)), millis);
        } catch (ClosedSelectorException closed) {
            LOG.debug("The simulated agents were closed");
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            foreign.close();
            for (Endpoint endpoint : endpoints.values()) {
                endpoint.channel().close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
