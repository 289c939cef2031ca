package id.ronda.collector.source;

import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A page of metrics, asked by one GET. */
final class ScrapeSource implements Source {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final double MILLIS = 1000;

    private final HttpClient http;
    private final URI uri;
    private final ScrapeAccess access;
    private final SourceLimits limits;
    private final InstantSource clock;

    ScrapeSource(
            HttpClient http, InetSocketAddress address, ScrapeAccess access, SourceLimits limits, InstantSource clock) {
        this.http = http;
        this.uri = uri(address, access);
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /** A host's own name, where it was given one, is what its certificate says; else the address. */
    private static URI uri(InetSocketAddress address, ScrapeAccess access) {
        String host = address.getHostString();
        return URI.create((access.tls() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + address.getPort() + access.path());
    }

    @Override
    public String kind() {
        return "prometheus";
    }

    @Override
    public SourceTree ask(long deadlineNanos) throws SourceFailed, IOException, InterruptedException {
        var answer = answer(deadlineNanos);
        if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
            throw new SourceFailed(SnmpFailure.ACCESS_DENIED, "HTTP " + answer.statusCode());
        }
        if (answer.statusCode() != OK) {
            throw new SourceFailed(SnmpFailure.SOURCE_UNAVAILABLE, "HTTP " + answer.statusCode());
        }
        double now = clock.millis() / MILLIS;
        return PromTree.of(PromText.parse(text(answer), limits.values()), now);
    }

    private static String text(HttpResponse<byte[]> answer) throws SourceFailed {
        HttpHeaders headers = answer.headers();
        if (headers.firstValue("Content-Encoding")
                .filter(c -> !c.equals("identity"))
                .isPresent()) {
            throw new SourceFailed(SnmpFailure.MALFORMED, "a packed answer that was not asked for");
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The time counts for the whole answer, so that one that trickles ends too; giving up closes the connection. */
    private HttpResponse<byte[]> answer(long deadlineNanos) throws SourceFailed, IOException, InterruptedException {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            throw new HttpTimeoutException("the time is over");
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request(Duration.ofNanos(left)), info -> new BoundedBody(limits.octets()));
        try {
            return answer.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the answer did not end in time");
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException cause(ExecutionException e) throws SourceFailed {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLong) {
                throw new SourceFailed(SnmpFailure.TOO_MANY_ROWS, "an answer without end");
            }
        }
        return e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }

    private HttpRequest request(Duration timeout) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "text/plain;version=0.0.4")
                .header("User-Agent", "Ronda");
        var token = access.token();
        return (token == null ? request : request.header("Authorization", "Bearer " + token.reveal())).build();
    }
}
