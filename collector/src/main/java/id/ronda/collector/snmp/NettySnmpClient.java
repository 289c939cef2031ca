package id.ronda.collector.snmp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The client: some event loops with their sockets, and one wheel of timers for all requests. */
final class NettySnmpClient implements SnmpClient {
    private static final int TICK_MILLIS = 10;

    private final EventLoopGroup group;
    private final HashedWheelTimer timer;
    private final List<SnmpLoop> loops;
    private final SnmpClientConfig config;
    /** Each device's salts begin elsewhere, at random after every start, so that no two messages of one key share one. */
    private final AtomicLong salts;

    private final PassphraseHashes hashes = new PassphraseHashes();
    private final AtomicInteger nextLoop = new AtomicInteger();

    private NettySnmpClient(
            EventLoopGroup group,
            HashedWheelTimer timer,
            List<SnmpLoop> loops,
            SnmpClientConfig config,
            long firstSalt) {
        this.salts = new AtomicLong(firstSalt);
        this.config = config;
        this.group = group;
        this.timer = timer;
        this.loops = loops;
    }

    static NettySnmpClient open(SnmpClientConfig config, MeterRegistry registry, RandomGenerator random) {
        var sockets = new SnmpSockets(config);
        var group = sockets.eventLoops();
        var timer = new HashedWheelTimer(
                new DefaultThreadFactory("snmp-timer", true), TICK_MILLIS, TimeUnit.MILLISECONDS, 1024);
        var meters = new SnmpMeters(registry);
        var loops = new ArrayList<SnmpLoop>();
        for (var executor : group) {
            var ids = new PendingRequests(new SplittableRandom(random.nextLong()));
            var loop = new SnmpLoop((EventLoop) executor, sockets, timer, ids, meters, config);
            loop.open();
            loops.add(loop);
        }
        Gauge.builder(
                        "ronda.snmp.requests.pending",
                        loops,
                        all -> all.stream().mapToInt(SnmpLoop::outstanding).sum())
                .register(registry);
        return new NettySnmpClient(group, timer, loops, config, random.nextLong());
    }

    @Override
    public SnmpPeer peer(SnmpEndpoint endpoint) {
        var loop = loops.get(Math.floorMod(nextLoop.getAndIncrement(), loops.size()));
        Dialect dialect = switch (endpoint.credential()) {
            case Community community -> new CommunityDialect(community);
            case UsmUser user -> usm(user);
            case TextAccess other -> throw new IllegalArgumentException(other + " is not asked by SNMP.");
        };
        return new SocketPeer(endpoint, dialect, loop);
    }

    private Dialect usm(UsmUser user) {
        if (user.auth() != null && user.authPassphrase() != null) {
            hashes.of(user.auth(), user.authPassphrase());
            if (user.privPassphrase() != null) {
                hashes.of(user.auth(), user.privPassphrase());
            }
        }
        return new UsmDialect(user, hashes, config.slotBytes(), salts.getAndAdd(1L << 40));
    }

    @Override
    public void send(SnmpPeer peer, PreparedRequest request, SendOptions options, Consumer<SnmpReply> whenDone) {
        if (!(peer instanceof SocketPeer socket)) {
            throw new IllegalArgumentException(peer + " belongs to another client.");
        }
        socket.loop().submit(new Exchange(socket, spoken(peer.version(), request), options, whenDone));
    }

    /** v1 has no GETBULK. */
    private static PreparedRequest spoken(SnmpVersion version, PreparedRequest request) {
        return version == SnmpVersion.V1 && request.request() instanceof SnmpRequest.GetBulk bulk
                ? PreparedRequest.of(new SnmpRequest.GetNext(bulk.oids()))
                : request;
    }

    @Override
    public void close() {
        loops.forEach(SnmpLoop::close);
        timer.stop();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
