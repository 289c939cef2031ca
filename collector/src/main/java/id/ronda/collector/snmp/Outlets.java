package id.ronda.collector.snmp;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared sockets of an event loop: one for each address family this machine has. */
record Outlets(@Nullable Channel ipv4, @Nullable Channel ipv6) {
    private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);

    /** The socket from which this address can be asked; null if there is none. */
    @Nullable
    Channel to(InetSocketAddress address) {
        return SnmpSockets.isIpv6(address) ? ipv6 : ipv4;
    }

    void flush() {
        if (ipv4 != null) {
            ipv4.flush();
        }
        if (ipv6 != null) {
            ipv6.flush();
        }
    }

    void close() {
        Stream.of(ipv4, ipv6).forEach(Outlets::close);
    }

    static void close(@Nullable Channel channel) {
        if (channel != null) {
            channel.close().addListener(closed -> {
                if (!closed.isSuccess()) {
                    LOG.warn("An SNMP socket does not close", closed.cause());
                }
            });
        }
    }
}
