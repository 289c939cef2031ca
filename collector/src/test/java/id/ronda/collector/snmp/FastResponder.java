package id.ronda.collector.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Many devices on one thread, made to be faster than any client: it answers the first request by SNMP4J's codec and every later one
 * with the same octets under the new id.
 */
final class FastResponder implements AutoCloseable {
    private final Selector selector;
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private final Mib mib;
    private final Thread thread;
    private final ByteBuffer in = ByteBuffer.allocateDirect(2048);
    private final ByteBuffer out = ByteBuffer.allocateDirect(2048);
    private int idInRequest;
    private int idInAnswer;
    private int answerLength = -1;

    private FastResponder(Selector selector, Mib mib) {
        this.selector = selector;
        this.mib = mib;
        this.thread = Thread.ofPlatform().daemon().name("responder").unstarted(this::run);
    }

    static FastResponder start(int devices, Mib mib) {
        try {
            var responder = new FastResponder(Selector.open(), mib);
            for (int i = 0; i < devices; i++) {
                var address = InetAddress.getByAddress(new byte[] {127, 1, (byte) (i >> 8), (byte) i});
                var channel = DatagramChannel.open()
                        .setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20)
                        .bind(new InetSocketAddress(address, 0));
                channel.configureBlocking(false);
                channel.register(responder.selector, SelectionKey.OP_READ);
                responder.addresses.add((InetSocketAddress) channel.getLocalAddress());
            }
            responder.thread.start();
            return responder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<InetSocketAddress> addresses() {
        return addresses;
    }

    long threadId() {
        return thread.threadId();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> answer((DatagramChannel) key.channel()));
            }
        } catch (IOException | ClosedSelectorException e) {
            if (selector.isOpen()) {
                throw new IllegalStateException("the responder broke", e);
            }
        }
    }

    private void answer(DatagramChannel channel) {
        try {
            for (SocketAddress from = channel.receive(in.clear()); from != null; from = channel.receive(in.clear())) {
                in.flip();
                if (answerLength < 0) {
                    learn();
                }
                out.putInt(idInAnswer, in.getInt(idInRequest));
                channel.send(out.position(0).limit(answerLength), from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn() throws IOException {
        var request = new byte[in.remaining()];
        in.get(0, request);
        byte[] answer = mib.answer(request);
        int id = Mib.Message.read(request).pdu().getRequestID().getValue();
        idInRequest = find(request, id);
        idInAnswer = find(answer, id);
        answerLength = answer.length;
        out.clear().put(answer);
    }

    private static int find(byte[] octets, int value) {
        var buffer = ByteBuffer.wrap(octets);
        int at = 0;
        while (buffer.getInt(at) != value) {
            at++;
        }
        return at;
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
