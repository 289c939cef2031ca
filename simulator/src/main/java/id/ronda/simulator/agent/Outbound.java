package id.ronda.simulator.agent;

import id.ronda.simulator.AgentCount;
import id.ronda.simulator.Fault;
import id.ronda.simulator.Faults;
import id.ronda.simulator.ber.BerWriter;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out: answers of healthy devices at once, those of the others as their faults want it. */
final class Outbound {
    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);
    /** Answers that may wait for their time; more are lost, and counted. */
    private static final int MOST_WAITING = 10_000;

    private record Waiting(long due, DatagramChannel through, SocketAddress to, ByteBuffer datagram) {}

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::due));
    private final SplittableRandom random;
    private final DatagramChannel foreign;
    private final Counts counts;

    Outbound(DatagramChannel foreign, long seed, Counts counts) {
        this.foreign = foreign;
        this.random = new SplittableRandom(seed);
        this.counts = counts;
    }

    void send(DatagramChannel through, SocketAddress to, BerWriter answer) {
        buffer.clear().put(answer.octets(), 0, answer.position()).flip();
        put(through, to, buffer);
    }

    /** Sends an answer the way these faults have it. */
    void send(DatagramChannel through, SocketAddress to, BerWriter answer, Faults.State faults, long nanos) {
        if (faults.equals(Faults.State.HEALTHY)) {
            send(through, to, answer);
            return;
        }
        if (faults.has(Fault.MUTE) || random.nextDouble() < faults.loss()) {
            counts.add(AgentCount.LOST_BY_FAULT);
            return;
        }
        byte[] octets = damaged(answer.toByteArray(), faults);
        DatagramChannel channel = faults.has(Fault.FOREIGN_ADDRESS) ? foreign : through;
        for (int copies = faults.has(Fault.DUPLICATE) ? 2 : 1; copies > 0; copies--) {
            later(new Waiting(nanos + wait(faults), channel, to, ByteBuffer.wrap(octets)), nanos);
        }
    }

    private byte[] damaged(byte[] octets, Faults.State faults) {
        if (faults.has(Fault.GARBAGE)) {
            random.nextBytes(octets);
        }
        return faults.has(Fault.TRUNCATED) ? Arrays.copyOf(octets, octets.length / 2) : octets;
    }

    private long wait(Faults.State faults) {
        long spread = faults.spread().toNanos();
        return faults.delay().toNanos() + (spread > 0 ? random.nextLong(spread) : 0);
    }

    private void later(Waiting answer, long nanos) {
        if (answer.due() <= nanos) {
            put(answer.through(), answer.to(), answer.datagram());
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(answer);
        } else {
            counts.add(AgentCount.NOT_SENT);
        }
    }

    /** Sends what has become due and returns how many milliseconds the next one has, or 0 for none. */
    long sendDue(long nanos) {
        for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
            if (next.due() > nanos) {
                return (next.due() - nanos) / 1_000_000 + 1;
            }
            waiting.remove();
            put(next.through(), next.to(), next.datagram());
        }
        return 0;
    }

    private void put(DatagramChannel through, SocketAddress to, ByteBuffer datagram) {
        try {
            counts.add(through.send(datagram, to) > 0 ? AgentCount.ANSWERS : AgentCount.NOT_SENT);
        } catch (IOException refused) {
            counts.add(AgentCount.NOT_SENT);
            LOG.debug("An answer to {} could not be sent", to, refused);
        }
    }
}
