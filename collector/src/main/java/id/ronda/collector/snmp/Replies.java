package id.ronda.collector.snmp;

import java.util.concurrent.CompletableFuture;

/** Waiting for one reply on a virtual thread. */
final class Replies {
    private Replies() {}

    /** Blocks until the client replies, which it always does. */
    static SnmpReply await(SnmpClient client, SnmpPeer peer, SnmpRequest request, SendOptions options) {
        var reply = new CompletableFuture<SnmpReply>();
        client.send(peer, request, options, reply::complete);
        return reply.join();
    }
}
