package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Asks sources, so many at a time, and gives each way to fail its name. Blocks; for virtual threads. */
final class Asker {
    private final SourceLimits limits;
    private final SourceMeters meters;
    private final Semaphore connections;

    Asker(SourceLimits limits, SourceMeters meters) {
        this.limits = limits;
        this.meters = meters;
        this.connections = new Semaphore(limits.connections());
    }

    Fetched ask(Source source) {
        long begin = System.nanoTime();
        var fetched = fetch(source, begin, begin + limits.timeout().toNanos());
        switch (fetched) {
            case Fetched.Told ignored -> meters.fetched(source.kind());
            case Fetched.Failed failed -> meters.failed(source.kind(), failed.failure());
        }
        return fetched;
    }

    private Fetched fetch(Source source, long begin, long deadline) {
        try {
            if (!connections.tryAcquire(deadline - begin, TimeUnit.NANOSECONDS)) {
                return new Fetched.Failed(SnmpFailure.TOO_MANY_PENDING, "too many sources are being asked", begin);
            }
        } catch (InterruptedException e) {
            return stopped(begin);
        }
        try {
            long sent = System.nanoTime();
            return new Fetched.Told(source.ask(deadline), sent, System.nanoTime());
        } catch (SourceFailed e) {
            return new Fetched.Failed(e.failure(), e.detail(), begin);
        } catch (IOException e) {
            return new Fetched.Failed(failure(e), String.valueOf(e.getMessage()), begin);
        } catch (InterruptedException e) {
            return stopped(begin);
        } finally {
            connections.release();
        }
    }

    private static Fetched stopped(long begin) {
        Thread.currentThread().interrupt();
        return new Fetched.Failed(SnmpFailure.CLOSED, "", begin);
    }

    /** The name of what the network did; the client of HTTP hides some of it in causes. */
    static SnmpFailure failure(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var known = switch (cause) {
                case SocketTimeoutException ignored -> SnmpFailure.TIMEOUT;
                case HttpTimeoutException ignored -> SnmpFailure.TIMEOUT;
                case NoRouteToHostException ignored -> SnmpFailure.NO_ROUTE;
                case UnknownHostException ignored -> SnmpFailure.NO_ROUTE;
                case SSLException ignored -> SnmpFailure.TLS_FAILED;
                default -> null;
            };
            if (known != null) {
                return known;
            }
        }
        return connecting(e);
    }

    private static SnmpFailure connecting(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (said.contains("unreachable")) {
                return SnmpFailure.NO_ROUTE;
            }
            if (cause instanceof ConnectException || said.contains("refused")) {
                return SnmpFailure.PORT_CLOSED;
            }
        }
        // The connection was there and ended, or what came is not HTTP.
        return SnmpFailure.MALFORMED;
    }
}
