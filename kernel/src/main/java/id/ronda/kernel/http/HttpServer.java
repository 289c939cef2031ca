package id.ronda.kernel.http;

import id.ronda.kernel.repeat.RepeatedPosts;
import id.ronda.kernel.tls.CertificateWatch;
import id.ronda.kernel.tls.TlsRefused;
import id.ronda.kernel.tls.TlsRules;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP server of the product, to which every module brings its routes. */
public final class HttpServer {

    /** Longer than the heartbeat of a page that listens for events. */
    private static final int SECONDS_IDLE = 120;

    /** Octets of a request line: filters of lists stand in addresses. */
    private static final int LONGEST_LINE = 8_192;

    private static final int SECONDS_TO_FINISH = 3;
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration FORGETTING = Duration.ofMinutes(10);
    private static final Duration LOOK_AT_CERTIFICATE = Duration.ofSeconds(5);
    private static final List<Integer> ROUTER_FAILURES = List.of(400, 404, 405, 406, 408, 413, 415, 500);

    private final Vertx vertx;
    private final HttpConfig config;
    private final Gatekeeper gatekeeper;
    private final List<ReadyCheck> checks;
    private final PrometheusMeterRegistry meters;
    private final Optional<CertificateWatch> watch;
    private io.vertx.core.http.@Nullable HttpServer server;
    private List<GuardedRouter.GuardedRoute> mounted = List.of();
    private Witness witness = Witness.NONE;
    private RouteRule exports = RouteRule.OPEN;
    private @Nullable ProblemPages problemPages;
    private Handler<RoutingContext> posts = RoutingContext::next;

    /**
     * Prepares a server.
     *
     * @param gatekeeper finds out who asks
     * @param checks what {@code /readyz} asks
     * @param meters what {@code /metrics} shows
     */
    public HttpServer(
            Vertx vertx,
            HttpConfig config,
            Gatekeeper gatekeeper,
            List<ReadyCheck> checks,
            PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.gatekeeper = gatekeeper;
        this.checks = List.copyOf(checks);
        this.meters = meters;
        this.watch = config.tls().map(files -> new CertificateWatch(vertx, files, meters));
    }

    /** The same server that carries out a POST once that comes twice; before the start. */
    public HttpServer carryingOutOnce(RepeatedPosts repeated) {
        posts = new IdempotentPosts(repeated, meters);
        vertx.setPeriodic(
                FORGETTING.toMillis(),
                tick -> repeated.prune()
                        .onFailure(e -> LOG.warn("old Idempotency-Keys cannot be forgotten now: {}", e.toString())));
        return this;
    }

    /** The same server with somebody who writes down what became of requests; before the start. */
    public HttpServer witnessedBy(Witness other) {
        witness = other;
        return this;
    }

    /** The same server that gives lists as files only to those whom the rule admits, beside the list's own; before the start. */
    public HttpServer exportingBy(RouteRule rule) {
        exports = rule;
        return this;
    }

    /** The same server that shows problems to people as pages; before the start. */
    public HttpServer showingProblems(ProblemPages pages) {
        problemPages = pages;
        return this;
    }

    /**
     * Mounts the routes in their order and listens.
     *
     * <p>Blocks for as long as the files of the certificate are read.
     *
     * @return the address people type, with a slash at its end; fails with {@link ListenRefused} when the address is not
     *     allowed, with {@link TlsRefused} when the certificate cannot be used, and with a {@link java.net.BindException}
     *     when the address is taken
     */
    public Future<URI> start(List<Routes> routes) {
        return start(routes, null);
    }

    /**
     * Like {@link #start(List)}, and holds every request under {@code /api/v1} to the description, which is mounted too.
     *
     * @throws IllegalStateException if a route under it is not described
     */
    public Future<URI> start(ApiDocument api, List<Routes> routes) {
        List<Routes> all = new ArrayList<>(routes);
        all.addFirst(api);
        return start(all, new ApiContract(api.tree()));
    }

    private Future<URI> start(List<Routes> routes, @Nullable ApiContract contract) {
        HttpServerOptions options = options();
        try {
            requireAllowed(config);
            watch.ifPresent(
                    certificate -> TlsRules.apply(options, certificate.first().material()));
        } catch (ListenRefused | TlsRefused refused) {
            return Future.failedFuture(refused);
        }
        IdleConnections connections = new IdleConnections(vertx, config.patience(), meters);
        io.vertx.core.http.HttpServer made = vertx.createHttpServer(options)
                .connectionHandler(connections::opened)
                .requestHandler(router(routes, contract, connections))
                .invalidRequestHandler(HttpServer::refuse);
        server = made;
        return made.listen().map(listening -> {
            watch.ifPresent(certificate -> certificate.watch(LOOK_AT_CERTIFICATE, made::updateSSLOptions));
            return address(listening.actualPort());
        });
    }

    /**
     * Looks at the address alone, so that a wrong one is told before anything is started.
     *
     * @throws ListenRefused when it is not allowed
     */
    public static void requireAllowed(HttpConfig config) {
        ListenRules.require(config);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(LoopbackName.withoutBrackets(config.listen()))
                .setPort(config.port())
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setIdleTimeout(SECONDS_IDLE)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    /** What is no HTTP, or too long a line of it, never reaches a route. */
    private static void refuse(HttpServerRequest request) {
        Problem problem = switch (request.decoderResult().cause()) {
            case TooLongHttpHeaderException header -> Problem.of(431, "too-long", "The headers are too long.", null);
            case TooLongFrameException line -> Problem.of(414, "too-long", "The address is too long.", null);
            case null, default -> Problem.of(400, "unreadable", "The request cannot be read.", null);
        };
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Problems.json(problem));
    }

    private URI address(int port) {
        boolean byName = !config.names().isEmpty() && !ListenRules.isLoopback(config.listen());
        String host = byName ? config.names().getFirst() : config.listen();
        String scheme = config.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + LoopbackName.inUri(host) + ":" + port + "/");
    }

    private Router router(List<Routes> routes, @Nullable ApiContract contract, IdleConnections connections) {
        Router router = Router.router(vertx);
        FailureHandler failures = new FailureHandler(router);
        ROUTER_FAILURES.forEach(status -> router.errorHandler(status, failures));
        router.route().failureHandler(failures);
        RateLimiting limits = new RateLimiting(config.limits(), meters);
        RequestBody body = new RequestBody(vertx, config, meters);
        List.of(
                        connections,
                        new RequestMeters(meters),
                        RequestOrigin.finder(config.proxies()),
                        new SecurityHeaders(),
                        new EdgeRules(config),
                        new Seams(witness, problemPages),
                        new Admission(gatekeeper, limits),
                        limits,
                        new ExportRoom(vertx, exports, meters),
                        body,
                        body::arrived)
                .forEach(handler -> router.route().handler(handler));
        List<Routes> all = new ArrayList<>(routes);
        all.add(new OperationsRoutes(vertx, new Readiness(vertx, checks), meters));
        GuardedRouter guarded = new GuardedRouter(
                router,
                gatekeeper.signInPath(),
                contract,
                new StreamPlaces(config.limits().streams(), meters),
                posts);
        all.forEach(each -> each.mount(guarded));
        mounted = guarded.routes();
        return router;
    }

    /** Every route with its rule, in the order in which they were mounted; empty before the start. */
    public List<GuardedRouter.GuardedRoute> mounted() {
        return mounted;
    }

    /** Takes no new request, lets the running ones finish for up to 3 s, and closes. */
    public Future<Void> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }
}
