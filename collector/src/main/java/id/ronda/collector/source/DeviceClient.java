package id.ronda.collector.source;

import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.PreparedRequest;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SendOptions;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.snmp.SnmpReply;
import id.ronda.collector.snmp.UsmUser;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every kind of device by what its credential says: SNMP by the client of that, a text source by one question a cycle, whose answer
 * is then served as a tree of objects. Sources are asked on virtual threads; they block no event loop.
 */
public final class DeviceClient implements SnmpClient {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceClient.class);

    private final SnmpClient snmp;
    private final SourceLimits limits;
    private final SourceMeters meters;
    private final Asker asker;
    private final InstantSource clock;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<SourcePeer> asking = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DeviceClient(SnmpClient snmp, SourceLimits limits, MeterRegistry meters, InstantSource clock) {
        this.snmp = snmp;
        this.limits = limits;
        this.meters = new SourceMeters(meters);
        this.asker = new Asker(limits, this.meters);
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.timeout())
                .executor(threads)
                .build();
    }

    /**
     * Opens the sockets of SNMP.
     *
     * @param random as in {@link SnmpClient#open}
     * @param clock  tells the uptime of sources that do not tell their time
     */
    public static DeviceClient open(
            SnmpClientConfig config, MeterRegistry meters, RandomGenerator random, InstantSource clock) {
        return new DeviceClient(SnmpClient.open(config, meters, random), SourceLimits.DEFAULT, meters, clock);
    }

    @Override
    public SnmpPeer peer(SnmpEndpoint endpoint) {
        return switch (endpoint.credential()) {
            case Community ignored -> snmp.peer(endpoint);
            case UsmUser ignored -> snmp.peer(endpoint);
            case NutAccess nut -> new SourcePeer(endpoint, new NutSource(endpoint.address(), nut, limits));
            case ScrapeAccess page ->
                new SourcePeer(endpoint, new ScrapeSource(http, endpoint.address(), page, limits, clock));
        };
    }

    @Override
    public void send(SnmpPeer peer, PreparedRequest request, SendOptions options, Consumer<SnmpReply> whenDone) {
        if (!(peer instanceof SourcePeer source)) {
            snmp.send(peer, request, options, whenDone);
            return;
        }
        var question = new SourcePeer.Question(request, whenDone);
        if (closed) {
            answer(question, stopped());
            return;
        }
        var fresh = source.take(question, () -> ask(source));
        if (fresh != null) {
            // On a thread of its own: a chain of questions would otherwise pile up on this one's stack.
            run(() -> answer(question, fresh), () -> answer(question, stopped()));
        }
    }

    private void ask(SourcePeer peer) {
        asking.add(peer);
        run(() -> fetch(peer), () -> tell(peer, stopped()));
    }

    private void fetch(SourcePeer peer) {
        var fetched = asker.ask(peer.source());
        asking.remove(peer);
        tell(peer, fetched);
        CompletableFuture.delayedExecutor(limits.age().toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> peer.forget(fetched));
    }

    private void run(Runnable task, Runnable whenClosed) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            whenClosed.run();
        }
    }

    private static Fetched stopped() {
        return new Fetched.Failed(SnmpFailure.CLOSED, "", System.nanoTime());
    }

    private void tell(SourcePeer peer, Fetched fetched) {
        peer.told(fetched).forEach(question -> answer(question, fetched));
    }

    private void answer(SourcePeer.Question question, Fetched fetched) {
        try {
            question.whenDone().accept(TreeAnswer.of(question.request().request(), fetched));
        } catch (RuntimeException e) {
            meters.callbackFailed();
            LOG.error("What came of a source's answer could not be used, which is a defect; please report this.", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        snmp.close();
        threads.shutdownNow();
        asking.forEach(peer -> tell(peer, stopped()));
        http.shutdownNow();
    }
}
