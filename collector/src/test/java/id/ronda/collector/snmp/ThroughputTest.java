package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.OID;

/** Many requests of ten objects each to many devices at once: all are answered, none is lost. */
class ThroughputTest {
    private static final Logger LOG = LoggerFactory.getLogger(ThroughputTest.class);
    private static final int DEVICES = 200;
    private static final int WINDOW = 256;

    private final PreparedRequest request = PreparedRequest.of(new SnmpRequest.Get(IntStream.rangeClosed(1, 10)
            .mapToObj(row -> new OID("1.3.6.1.2.1.31.1.1.1.6").append(row))
            .toList()));

    /** What a run showed. */
    private record Figures(int answered, int failed, long nanos, long clientCpuNanos, long allocated) {}

    @Test
    @Timeout(60)
    void answersAllAndLosesNone() throws InterruptedException {
        int requests = Integer.getInteger("ronda.snmp.requests", 40_000);

        var figures = measure(requests);

        LOG.info(
                "SNMP v2c GET of 10: {} PDU/s, client CPU {} us/PDU, {} bytes allocated/PDU",
                figures.answered * 1_000_000_000L / figures.nanos,
                figures.clientCpuNanos / (1000.0 * requests),
                figures.allocated / requests);
        assertThat(figures.answered).isEqualTo(requests);
        assertThat(figures.failed).isZero();
    }

    private Figures measure(int requests) throws InterruptedException {
        var mib = new Mib();
        IntStream.rangeClosed(1, 10)
                .forEach(row -> mib.with("1.3.6.1.2.1.31.1.1.1.6." + row, new Counter64((1L << 40) + row)));
        try (var responder = FastResponder.start(DEVICES, mib);
                var client =
                        SnmpClient.open(SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SplittableRandom(1))) {
            var peers = responder.addresses().stream()
                    .map(address -> client.peer(Clients.v2c(address)))
                    .toList();
            new Run(client, peers, requests / 4).await();
            return new Run(client, peers, requests).await();
        }
    }

    /** Keeps a window of requests under way: each answer sends the next. */
    private final class Run {
        private final SnmpClient client;
        private final List<SnmpPeer> peers;
        private final int requests;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final CountDownLatch done;

        Run(SnmpClient client, List<SnmpPeer> peers, int requests) {
            this.client = client;
            this.peers = peers;
            this.requests = requests;
            this.done = new CountDownLatch(requests);
        }

        Figures await() throws InterruptedException {
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long loop = loopThread(threads);
            long cpu = threads.getThreadCpuTime(loop);
            long allocated = threads.getThreadAllocatedBytes(loop);
            long start = System.nanoTime();
            IntStream.range(0, WINDOW).forEach(i -> next());
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
                    && answer.bindings().size() == 10;
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
}
