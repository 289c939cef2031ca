package id.ronda.collector.snmp;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop: takes requests from any thread, sends them in batches, and gives each its end. */
final class SnmpLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SnmpLoop.class);
    /** Requests below this size pass every link unfragmented, in a tunnel too. */
    private static final int MAX_MESSAGE = 1400;

    private static final int BATCH = 256;

    private final EventLoop executor;
    private final SnmpSockets sockets;
    private final HashedWheelTimer timer;
    private final PendingRequests pending;
    private final SnmpMeters meters;
    private final int maxPending;
    private final ReplyHandler replies;
    private final PortProbe probe;
    private final Queue<Exchange> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile boolean closed;
    private Outlets outlets = new Outlets(null, null);
    private boolean flushing;

    SnmpLoop(
            EventLoop executor,
            SnmpSockets sockets,
            HashedWheelTimer timer,
            PendingRequests pending,
            SnmpMeters meters,
            SnmpClientConfig config) {
        this.executor = executor;
        this.sockets = sockets;
        this.timer = timer;
        this.pending = pending;
        this.meters = meters;
        this.maxPending = config.maxPending();
        this.replies = new ReplyHandler(this, pending, meters);
        this.probe = new PortProbe(executor, sockets, replies);
    }

    void open() {
        outlets = sockets.open(executor, replies);
    }

    int outstanding() {
        return outstanding.get();
    }

    /** Takes a request from any thread. */
    void submit(Exchange exchange) {
        if (outstanding.incrementAndGet() > maxPending) {
            tell(exchange, exchange.failed(SnmpFailure.TOO_MANY_PENDING, "more than " + maxPending + " requests wait"));
            return;
        }
        inbox.add(exchange);
        if (draining.compareAndSet(false, true)) {
            execute(this::drain);
        }
    }

    private void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The event loop is closed; what waits is told so", e);
            closed = true;
            failInbox();
        }
    }

    private void drain() {
        draining.set(false);
        if (closed) {
            failInbox();
            return;
        }
        for (int i = 0; i < BATCH; i++) {
            var exchange = inbox.poll();
            if (exchange == null) {
                return;
            }
            begin(exchange);
        }
        if (draining.compareAndSet(false, true)) {
            execute(this::drain);
        }
    }

    /** Sends under a fresh id: at first, and after what stood in the way was remedied. */
    void begin(Exchange exchange) {
        pending.add(exchange);
        transmit(exchange);
    }

    private void transmit(Exchange exchange) {
        var peer = exchange.peer();
        long now = System.nanoTime();
        int id = exchange.nextAttempt(now);
        byte[] message = peer.dialect().seal(exchange.request(), id, now);
        var channel = outlets.to(peer.endpoint().address());
        if (message.length > MAX_MESSAGE) {
            finish(exchange, exchange.failed(SnmpFailure.REQUEST_TOO_LONG, message.length + " octets"));
            return;
        }
        if (channel == null) {
            finish(exchange, exchange.failed(SnmpFailure.NO_ROUTE, "this machine has no such address family"));
            return;
        }
        meters.sent(exchange.attempt());
        long patience = peer.roundTrip().timeoutNanos(exchange.attempt());
        await(exchange, patience);
        if (exchange.attempt() != 1
                || !probe.send(peer, message, patience, (why, said) -> refused(exchange, why, said))) {
            write(channel, exchange, message);
        }
    }

    private void refused(Exchange exchange, SnmpFailure failure, String detail) {
        if (!exchange.done()) {
            finish(exchange, exchange.failed(failure, detail));
        }
    }

    private void write(Channel channel, Exchange exchange, byte[] message) {
        var content = channel.alloc().directBuffer(message.length).writeBytes(message);
        var packet = new DatagramPacket(content, exchange.peer().endpoint().address());
        channel.write(packet).addListener(written -> {
            if (!written.isSuccess()) {
                refused(exchange, SnmpFailure.NO_ROUTE, String.valueOf(written.cause()));
            }
        });
        flushLater();
    }

    /** One flush for all that is written in this turn of the loop: one sendmmsg. */
    private void flushLater() {
        if (!flushing) {
            flushing = true;
            execute(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        outlets.flush();
    }

    private void await(Exchange exchange, long nanos) {
        exchange.timer(
                timer.newTimeout(expired -> execute(() -> expired(exchange, expired)), nanos, TimeUnit.NANOSECONDS));
    }

    private void expired(Exchange exchange, Timeout which) {
        if (!exchange.waitsFor(which)) {
            return;
        }
        if (exchange.mayRetry()) {
            transmit(exchange);
        } else {
            finish(exchange, exchange.expired(replies.notes()));
        }
    }

    /** Something came that may not be the device's word: its name is kept, and a better answer gets a little more time. */
    void suspect(Exchange exchange, SnmpFailure failure, String detail) {
        exchange.hint(failure, detail);
        await(exchange, exchange.peer().roundTrip().timeoutNanos(0));
    }

    /** The same request again under a new id. */
    void again(Exchange exchange) {
        pending.remove(exchange, true);
        begin(exchange);
    }

    /** Ends the exchange. */
    void finish(Exchange exchange, SnmpReply reply) {
        boolean mayStillBeAnswered = exchange.attempt() > 0 || reply instanceof SnmpReply.Failed;
        pending.remove(exchange, mayStillBeAnswered);
        tell(exchange, reply);
    }

    private void tell(Exchange exchange, SnmpReply reply) {
        outstanding.decrementAndGet();
        switch (reply) {
            case SnmpReply.Answered ignored -> meters.answered();
            case SnmpReply.Failed failed -> meters.failed(failed.failure());
        }
        try {
            exchange.end().accept(reply);
        } catch (RuntimeException e) {
            meters.callbackFailed();
            LOG.error("What was to happen with the reply of {} failed", exchange.peer(), e);
        }
    }

    /** Tells all that wait, closes the sockets; later requests are told at once. */
    void close() {
        closed = true;
        execute(() -> {
            failInbox();
            pending.all().forEach(each -> finish(each, each.failed(SnmpFailure.CLOSED, "the client was closed")));
            outlets.close();
        });
    }

    private void failInbox() {
        for (var each = inbox.poll(); each != null; each = inbox.poll()) {
            tell(each, each.failed(SnmpFailure.CLOSED, "the client is closed"));
        }
    }
}
