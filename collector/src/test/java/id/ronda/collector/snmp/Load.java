package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Keeps a window of requests under way: each answer sends the next. */
final class Load {

    private final SnmpClient client;
    private final List<SnmpPeer> peers;
    private final PreparedRequest request;
    private final int requests;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch done;

    /** What a run showed. */
    record Figures(int answered, int failed, long nanos, long clientCpuNanos, long allocated) {
        @Override
        public String toString() {
            return "%d PDU/s, client CPU %.1f us/PDU, %d bytes allocated/PDU"
                    .formatted(
                            answered * 1_000_000_000L / nanos,
                            clientCpuNanos / (1000.0 * answered),
                            allocated / answered);
        }
    }

    Load(SnmpClient client, List<SnmpPeer> peers, PreparedRequest request, int requests) {
        this.request = request;
        this.client = client;
        this.peers = peers;
        this.requests = requests;
        this.done = new CountDownLatch(requests);
    }

    Figures await(int window) throws InterruptedException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long loop = loopThread(threads);
        long cpu = threads.getThreadCpuTime(loop);
        long allocated = threads.getThreadAllocatedBytes(loop);
        long start = System.nanoTime();
        IntStream.range(0, window).forEach(i -> next());
        assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
        return new Figures(
                answered.get(),
                failed.get(),
                System.nanoTime() - start,
                threads.getThreadCpuTime(loop) - cpu,
                threads.getThreadAllocatedBytes(loop) - allocated);
    }

    private void next() {
        int number = sent.getAndIncrement();
        if (number < requests) {
            client.send(peers.get(number % peers.size()), request, SendOptions.POLL, this::took);
        }
    }

    private void took(SnmpReply reply) {
        boolean good = reply instanceof SnmpReply.Answered answer
                && answer.bindings().size() == request.oids().size();
        (good ? answered : failed).incrementAndGet();
        next();
        done.countDown();
    }

    private long loopThread(ThreadMXBean threads) {
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null
                    && info.getThreadName().startsWith("snmp-")
                    && !info.getThreadName().contains("timer")) {
                return info.getThreadId();
            }
        }
        throw new AssertionError("no event loop");
    }
}
