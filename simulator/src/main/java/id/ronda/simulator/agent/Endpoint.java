package id.ronda.simulator.agent;

import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One socket and the devices that are reached through it. */
final class Endpoint {
    private final InetSocketAddress address;
    private final DatagramChannel channel;
    private final Engine engine;
    private final Map<String, Session> byCommunity = new HashMap<>();
    private final Map<String, Session> byContext = new HashMap<>();

    Endpoint(InetSocketAddress address, DatagramChannel channel, Engine engine) {
        this.address = address;
        this.channel = channel;
        this.engine = engine;
    }

    void add(Session session) {
        String community = octets(session.device().community().getBytes(StandardCharsets.UTF_8));
        if (byCommunity.putIfAbsent(community, session) != null) {
            throw new IllegalArgumentException(
                    "device " + session.device().name() + " shares address and community with another one: " + address);
        }
        byContext.put(octets(session.device().name().getBytes(StandardCharsets.UTF_8)), session);
    }

    InetSocketAddress address() {
        return address;
    }

    DatagramChannel channel() {
        return channel;
    }

    Engine engine() {
        return engine;
    }

    @Nullable
    Session community(byte[] octets, int from, int to) {
        return byCommunity.get(new String(octets, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** The device of an SNMPv3 context; a socket with one device has it as the default context, too. */
    @Nullable
    Session context(byte[] octets, int from, int to) {
        return from == to
                ? onlyDevice()
                : byContext.get(new String(octets, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** The device that has this socket for itself. */
    @Nullable
    Session onlyDevice() {
        return byContext.size() == 1 ? byContext.values().iterator().next() : null;
    }

    private static String octets(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
