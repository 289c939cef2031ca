package id.ronda.collector.snmp;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Sends requests and hands each its one reply. Thread-safe. */
public interface SnmpClient extends AutoCloseable {
    /**
     * Opens the sockets.
     *
     * @param random seeds the request ids; give a secure one, for an id that can be guessed can be answered by a stranger
     */
    static SnmpClient open(SnmpClientConfig config, MeterRegistry meters, RandomGenerator random) {
        return NettySnmpClient.open(config, meters, random);
    }

    /**
     * A fresh memory of the device; keep it as long as the device is asked. For v3 this turns the passphrases into keys, some
     * milliseconds the first time a passphrase is seen: not for an event loop.
     */
    SnmpPeer peer(SnmpEndpoint endpoint);

    /** Sends and calls {@code whenDone} exactly once, on an event loop: it must not block. Never throws for what the network does. */
    void send(SnmpPeer peer, PreparedRequest request, SendOptions options, Consumer<SnmpReply> whenDone);

    /** The same for a request that is sent only once. */
    default void send(SnmpPeer peer, SnmpRequest request, SendOptions options, Consumer<SnmpReply> whenDone) {
        send(peer, PreparedRequest.of(request), options, whenDone);
    }

    /** The same with one retry. */
    default void send(SnmpPeer peer, SnmpRequest request, Consumer<SnmpReply> whenDone) {
        send(peer, request, SendOptions.POLL, whenDone);
    }

    /** The same with a future, which never completes exceptionally. */
    default CompletableFuture<SnmpReply> send(SnmpPeer peer, SnmpRequest request) {
        var reply = new CompletableFuture<SnmpReply>();
        send(peer, request, reply::complete);
        return reply;
    }

    /** Fails what waits with {@link SnmpFailure#CLOSED} and closes the sockets. */
    @Override
    void close();
}
