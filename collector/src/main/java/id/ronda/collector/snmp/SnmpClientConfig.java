package id.ronda.collector.snmp;

/**
 * Sizes of the client. {@link #DEFAULT} fits 10,000 devices.
 *
 * @param eventLoops      threads, each with its own sockets; a peer stays on one
 * @param nativeTransport epoll with recvmmsg and sendmmsg where it loads; otherwise, and elsewhere, NIO
 * @param slotBytes       the longest datagram that is read whole; also announced as msgMaxSize
 * @param slots           datagrams read with one system call
 * @param socketBuffer    bytes asked for the socket's buffers; the system may grant less
 * @param maxPending      requests an event loop holds; more fail at once
 */
public record SnmpClientConfig(
        int eventLoops, boolean nativeTransport, int slotBytes, int slots, int socketBuffer, int maxPending) {
    /** One event loop, 32 slots of 8 KiB, 4 MiB of socket buffer, 100,000 requests. */
    public static final SnmpClientConfig DEFAULT = new SnmpClientConfig(1, true, 8192, 32, 4 << 20, 100_000);

    /** Refuses sizes that cannot work. */
    public SnmpClientConfig {
        if (eventLoops < 1 || slotBytes < 1500 || slotBytes > 65_536 || slots < 1 || maxPending < 1) {
            throw new IllegalArgumentException("eventLoops, slots, maxPending >= 1; slotBytes 1500 to 65536");
        }
    }

    /** The same on NIO sockets. */
    public SnmpClientConfig withoutNativeTransport() {
        return new SnmpClientConfig(eventLoops, false, slotBytes, slots, socketBuffer, maxPending);
    }
}
