package id.ronda.collector.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A device on a free loopback port that answers each datagram as the test says, also wrongly or not at all. */
final class FakeDevice implements AutoCloseable {
    private final DatagramSocket socket;
    private final AtomicInteger received = new AtomicInteger();
    private final RawBehaviour behaviour;

    /** What the device does with a datagram. */
    @FunctionalInterface
    interface Behaviour {
        /** Sends whatever it likes. */
        void receive(byte[] request, Reply reply) throws IOException;
    }

    /** The same with the asker's address, to answer from elsewhere. */
    @FunctionalInterface
    interface RawBehaviour {
        void receive(byte[] request, SocketAddress from) throws IOException;
    }

    /** Where the asker is. */
    interface Reply {
        /** Sends a datagram back. */
        void send(byte[] datagram) throws IOException;
    }

    private FakeDevice(DatagramSocket socket, RawBehaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static FakeDevice start(Behaviour behaviour) {
        var socket = open();
        return run(
                socket,
                (request, from) -> behaviour.receive(
                        request, datagram -> socket.send(new DatagramPacket(datagram, datagram.length, from))));
    }

    static FakeDevice startRaw(RawBehaviour behaviour) {
        return run(open(), behaviour);
    }

    private static DatagramSocket open() {
        try {
            return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FakeDevice run(DatagramSocket socket, RawBehaviour behaviour) {
        var device = new FakeDevice(socket, behaviour);
        Thread.ofPlatform().daemon().name("fake-device").start(device::run);
        return device;
    }

    private void run() {
        var buffer = new byte[65_535];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                received.incrementAndGet();
                behaviour.receive(Arrays.copyOf(buffer, packet.getLength()), packet.getSocketAddress());
            } catch (SocketException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    int received() {
        return received.get();
    }

    @Override
    public void close() {
        socket.close();
    }
}
