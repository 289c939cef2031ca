package id.ronda.kernel.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one HTTP server of the product, to which every module brings its routes. */
public final class HttpServer {

    /** Longer than the heartbeat of a page that listens for events. */
    private static final int SECONDS_IDLE = 120;

    /** Octets of a request line: filters of lists stand in addresses. */
    private static final int LONGEST_LINE = 8_192;

    private static final int SECONDS_TO_FINISH = 3;
    private static final List<Integer> ROUTER_FAILURES = List.of(400, 404, 405, 406, 413, 415, 500);

    private final Vertx vertx;
    private final HttpConfig config;
    private final Gatekeeper gatekeeper;
    private final List<ReadyCheck> checks;
    private final PrometheusMeterRegistry meters;
    private io.vertx.core.http.@Nullable HttpServer server;
    private List<GuardedRouter.GuardedRoute> mounted = List.of();
    private Witness witness = Witness.NONE;
    private @Nullable ProblemPages problemPages;

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
    }

    /** The same server with somebody who writes down what became of requests; before the start. */
    public HttpServer witnessedBy(Witness other) {
        witness = other;
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
     * @return the address people type, with a slash at its end; fails with {@link ListenRefused} when the address is not
     *     allowed, and with a {@link java.net.BindException} when it is taken
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
        try {
            requireAllowed(config);
        } catch (ListenRefused refused) {
            return Future.failedFuture(refused);
        }
        server = vertx.createHttpServer(options())
                .requestHandler(router(routes, contract))
                .invalidRequestHandler(HttpServer::refuse);
        return server.listen().map(listening -> address(listening.actualPort()));
    }

    /**
     * Looks at the address alone, so that a wrong one is told before anything is started.
     *
     * @throws ListenRefused when it is not allowed
     */
    public static void requireAllowed(HttpConfig config) {
        if (!LoopbackName.isLoopback(config.listen())) {
            throw new ListenRefused(config.listen());
        }
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
        boolean tooLong = request.decoderResult().cause() instanceof TooLongFrameException;
        Problem problem = tooLong
                ? Problem.of(414, "too-long", "The address or a header is too long.", null)
                : Problem.of(400, "unreadable", "The request cannot be read.", null);
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Problems.json(problem));
    }

    private URI address(int port) {
        return URI.create("http://" + LoopbackName.inUri(config.listen()) + ":" + port + "/");
    }

    private Router router(List<Routes> routes, @Nullable ApiContract contract) {
        Router router = Router.router(vertx);
        FailureHandler failures = new FailureHandler(router);
        ROUTER_FAILURES.forEach(status -> router.errorHandler(status, failures));
        router.route().failureHandler(failures);
        router.route().handler(new RequestMeters(meters));
        router.route().handler(new SecurityHeaders());
        router.route().handler(new EdgeRules());
        router.route().handler(new Seams(witness, problemPages));
        router.route().handler(new Admission(gatekeeper));
        router.route().handler(BodyHandler.create(false).setBodyLimit(config.bodyLimit()));
        List<Routes> all = new ArrayList<>(routes);
        all.add(new OperationsRoutes(vertx, new Readiness(vertx, checks), meters));
        GuardedRouter guarded = new GuardedRouter(router, gatekeeper.signInPath(), contract);
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
