package id.ronda.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A TCP port that stays the same while the server behind it goes and comes back on another one. */
final class TestingRelay implements AutoCloseable {

    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;

    private TestingRelay(ServerSocket first) {
        this.port = first.getLocalPort();
        this.listening = first;
    }

    /** Leads to this port of 127.0.0.1. */
    static TestingRelay to(int target) {
        var relay = new TestingRelay(bind(0));
        relay.accept(target);
        return relay;
    }

    private static ServerSocket bind(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Breaks every connection; new ones are refused. */
    void cut() {
        closeQuietly(listening);
        open.forEach(TestingRelay::closeQuietly);
        open.clear();
    }

    /** Leads to this port from now on. */
    void restore(int target) {
        listening = bind(port);
        accept(target);
    }

    private void accept(int target) {
        var socket = listening;
        if (socket != null) {
            Thread.ofVirtual().start(() -> accept(socket, target));
        }
    }

    private void accept(ServerSocket socket, int target) {
        while (!socket.isClosed()) {
            try {
                join(socket.accept(), target);
            } catch (IOException e) {
                // The relay was cut.
            }
        }
    }

    /** Where the server behind is gone, whoever asks is told by a closed connection. */
    private void join(Socket here, int target) {
        open.add(here);
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(there);
            Thread.ofVirtual().start(() -> pump(here, there));
            Thread.ofVirtual().start(() -> pump(there, here));
        } catch (IOException e) {
            closeQuietly(here);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has hung up; so does the other.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
