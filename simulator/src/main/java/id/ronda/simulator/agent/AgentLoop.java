package id.ronda.simulator.agent;

import id.ronda.simulator.AgentCount;
import id.ronda.simulator.ServedLog;
import id.ronda.simulator.SimulatedDevice;
import id.ronda.simulator.V3User;
import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that receives, answers and sends for all devices of a server. */
public final class AgentLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);
    /** Datagrams taken from one socket before the others have their turn. */
    private static final int BURST = 64;

    private final Setup setup;
    private final Counts counts = new Counts();
    private final PduResponder responder = new PduResponder();
    private final CommunityMessages community = new CommunityMessages(responder, counts);
    private final SecureMessages secure = new SecureMessages(responder, counts);
    private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);
    private final byte[] octets = new byte[65_536];
    private final BerReader reader = new BerReader();
    private final BerWriter out = new BerWriter(66_000);
    private @Nullable Sockets sockets;
    private @Nullable Outbound outbound;
    private @Nullable Thread thread;

    /**
     * What is served and how.
     *
     * @param listen the common socket, if there is one
     * @param devices all devices
     * @param users who may ask by SNMPv3
     * @param log where to note what was served
     * @param ticker elapsed nanoseconds
     * @param clock the time of day
     * @param seed of the faults of chance
     */
    public record Setup(
            @Nullable InetSocketAddress listen,
            List<SimulatedDevice> devices,
            List<V3User> users,
            @Nullable ServedLog log,
            LongSupplier ticker,
            InstantSource clock,
            long seed) {}

    /** A loop that is not yet running. */
    public AgentLoop(Setup setup) {
        this.setup = setup;
    }

    /** Binds every socket, then runs. */
    public void start() throws IOException {
        if (sockets != null) {
            throw new IllegalStateException("this server was started before");
        }
        Sockets opened = Sockets.open(setup);
        sockets = opened;
        outbound = new Outbound(opened.foreign(), setup.seed(), counts);
        thread = Thread.ofPlatform().name("simulated-agents").daemon().start(() -> run(opened));
    }

    /** Every address that is bound. */
    public List<InetSocketAddress> addresses() {
        return started().addresses();
    }

    /** Where a device is reached. */
    public InetSocketAddress address(SimulatedDevice device) {
        return started().address(device);
    }

    /** How often something happened. */
    public long count(AgentCount what) {
        return counts.get(what);
    }

    @Override
    public void close() {
        Sockets open = sockets;
        Thread running = thread;
        if (open != null && running != null) {
            open.close();
            awaitEnd(running);
        }
    }

    private static void awaitEnd(Thread running) {
        try {
            running.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Sockets started() {
        if (sockets == null) {
            throw new IllegalStateException("the server was not started");
        }
        return sockets;
    }

    private void run(Sockets open) {
        Outbound way = Objects.requireNonNull(outbound);
        try {
            while (open.isOpen()) {
                open.await(
                        endpoint -> serve(endpoint, way),
                        way.sendDue(setup.ticker().getAsLong()));
            }
        } catch (IOException failed) {
            LOG.error("The simulated agents stopped answering", failed);
            open.close();
        }
    }

    private void serve(Endpoint endpoint, Outbound way) {
        try {
            for (int i = 0; i < BURST; i++) {
                SocketAddress from = endpoint.channel().receive(in.clear());
                if (from == null) {
                    return;
                }
                int length = in.flip().remaining();
                in.get(octets, 0, length);
                answer(endpoint, from, length, way);
            }
        } catch (IOException failed) {
            LOG.debug("A datagram could not be received at {}", endpoint.address(), failed);
        }
    }

    private void answer(Endpoint endpoint, SocketAddress from, int length, Outbound way) {
        counts.add(AgentCount.DATAGRAMS);
        long nanos = setup.ticker().getAsLong();
        try {
            Reply reply = reply(endpoint, length, nanos);
            if (reply.send()) {
                Session session = reply.session();
                if (session == null) {
                    way.send(endpoint.channel(), from, out);
                } else {
                    way.send(endpoint.channel(), from, out, session.faults(), nanos);
                }
            }
        } catch (MalformedBer noise) {
            counts.add(AgentCount.MALFORMED);
        } catch (RuntimeException broken) {
            // One broken value must not silence every other device.
            counts.add(AgentCount.FAILED);
            LOG.warn("A request to {} could not be answered", endpoint.address(), broken);
        }
    }

    private Reply reply(Endpoint endpoint, int length, long nanos) throws MalformedBer {
        out.clear();
        reader.over(octets, 0, length).enter(BerWriter.SEQUENCE);
        int version = reader.integer();
        long epochMillis = setup.clock().millis();
        return switch (version) {
            case CommunityMessages.VERSION_1, CommunityMessages.VERSION_2C -> {
                Session session = community.answer(version, reader, endpoint, nanos, epochMillis, out);
                yield session == null ? Reply.SILENCE : new Reply(true, session);
            }
            case SecureMessages.VERSION_3 -> secure.answer(reader, length, endpoint, nanos, epochMillis, out);
            default -> {
                counts.add(AgentCount.BAD_VERSION);
                yield Reply.SILENCE;
            }
        };
    }

    /** The selection key of each socket carries its endpoint. */
    static Endpoint endpoint(SelectionKey key) {
        return (Endpoint) key.attachment();
    }
}
