package id.ronda.collector.snmp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Learns from the network why a device is silent. The system hands an ICMP error (port or host unreachable) only to a <em>connected</em>
 * UDP socket; the shared one is not connected and never hears of it. So the first retry of a request leaves from a socket of its own,
 * connected to the device and closed after the attempt's time: an answer there is as good as any, an ICMP error ends the request
 * with its name. At most {@value #MAX_OPEN} such sockets are open at a time; other retries take the shared socket and stay a timeout.
 */
final class PortProbe {
    private static final int MAX_OPEN = 128;

    private final EventLoop loop;
    private final SnmpSockets sockets;
    private final ChannelHandler replies;
    private int open;

    PortProbe(EventLoop loop, SnmpSockets sockets, ChannelHandler replies) {
        this.loop = loop;
        this.sockets = sockets;
        this.replies = replies;
    }

    /**
     * Sends the message to the peer from a connected socket.
     *
     * @param whenRefused told at most once what the network says
     * @return false if nothing was sent because too many such sockets are open or answers may come from elsewhere
     */
    boolean send(SnmpPeer peer, byte[] message, long openNanos, BiConsumer<SnmpFailure, String> whenRefused) {
        if (open >= MAX_OPEN || peer.endpoint().anyReplyAddress()) {
            return false;
        }
        open++;
        var address = peer.endpoint().address();
        var connected =
                sockets.bootstrap(loop, address, initializer(whenRefused)).connect(address);
        connected.channel().closeFuture().addListener(closed -> open--);
        connected.addListener(done -> {
            if (done.isSuccess()) {
                write(connected.channel(), message, openNanos, whenRefused);
            } else {
                whenRefused.accept(SnmpFailure.NO_ROUTE, String.valueOf(done.cause()));
            }
        });
        return true;
    }

    private void write(Channel channel, byte[] message, long openNanos, BiConsumer<SnmpFailure, String> whenRefused) {
        channel.writeAndFlush(channel.alloc().directBuffer(message.length).writeBytes(message))
                .addListener(written -> {
                    if (!written.isSuccess()) {
                        refused(written.cause(), whenRefused);
                    }
                });
        var unused = loop.schedule(() -> Outlets.close(channel), openNanos, TimeUnit.NANOSECONDS);
    }

    private ChannelHandler initializer(BiConsumer<SnmpFailure, String> whenRefused) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(replies).addLast(new Refusals(whenRefused));
            }
        };
    }

    /** Hears ICMP errors, which arrive as exceptions of the socket. */
    private static final class Refusals extends ChannelInboundHandlerAdapter {
        private final BiConsumer<SnmpFailure, String> whenRefused;

        Refusals(BiConsumer<SnmpFailure, String> whenRefused) {
            this.whenRefused = whenRefused;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            refused(cause, whenRefused);
        }
    }

    private static void refused(Throwable cause, BiConsumer<SnmpFailure, String> whenRefused) {
        if (isPortClosed(cause)) {
            whenRefused.accept(SnmpFailure.PORT_CLOSED, "ICMP port unreachable");
        } else if (cause instanceof IOException) {
            whenRefused.accept(SnmpFailure.NO_ROUTE, String.valueOf(cause));
        }
    }

    private static boolean isPortClosed(Throwable cause) {
        return cause instanceof PortUnreachableException
                || String.valueOf(cause.getMessage()).contains("refused");
    }
}
