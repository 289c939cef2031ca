package id.ronda.collector.snmp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes event loops and datagram sockets: epoll, where one system call reads a batch of datagrams (recvmmsg) and one writes it
 * (sendmmsg), or NIO.
 */
final class SnmpSockets {
    private static final Logger LOG = LoggerFactory.getLogger(SnmpSockets.class);

    private final SnmpClientConfig config;
    private final boolean epoll;

    SnmpSockets(SnmpClientConfig config) {
        this.config = config;
        this.epoll = config.nativeTransport() && Epoll.isAvailable();
        if (config.nativeTransport() && !epoll) {
            LOG.info(
                    "SNMP uses NIO sockets: the native transport does not load here ({})",
                    String.valueOf(Epoll.unavailabilityCause()));
        }
    }

    EventLoopGroup eventLoops() {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new MultiThreadIoEventLoopGroup(config.eventLoops(), new DefaultThreadFactory("snmp", true), io);
    }

    /** The shared sockets of an event loop. */
    Outlets open(EventLoop loop, ChannelHandler handler) {
        return new Outlets(
                open(loop, SocketProtocolFamily.INET, handler), open(loop, SocketProtocolFamily.INET6, handler));
    }

    private @Nullable Channel open(EventLoop loop, SocketProtocolFamily family, ChannelHandler handler) {
        var bound = bootstrap(loop, family, handler).bind(0).awaitUninterruptibly();
        if (bound.isSuccess()) {
            return bound.channel();
        }
        LOG.info("No SNMP over {}: {}", family, String.valueOf(bound.cause()));
        return null;
    }

    /** What makes a socket of the family of this address. */
    Bootstrap bootstrap(EventLoop loop, InetSocketAddress address, ChannelHandler handler) {
        return bootstrap(loop, isIpv6(address) ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET, handler);
    }

    static boolean isIpv6(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address;
    }

    private Bootstrap bootstrap(EventLoop loop, SocketProtocolFamily family, ChannelHandler handler) {
        var bootstrap = new Bootstrap()
                .group(loop)
                .channelFactory(factory(family))
                .option(ChannelOption.SO_RCVBUF, config.socketBuffer())
                .option(ChannelOption.SO_SNDBUF, config.socketBuffer())
                .handler(handler);
        return epoll
                ? bootstrap
                        .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, config.slotBytes())
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(config.slotBytes() * config.slots()))
                : bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(config.slotBytes()));
    }

    private ChannelFactory<DatagramChannel> factory(SocketProtocolFamily family) {
        return () -> epoll ? new EpollDatagramChannel(family) : new NioDatagramChannel(family);
    }
}
