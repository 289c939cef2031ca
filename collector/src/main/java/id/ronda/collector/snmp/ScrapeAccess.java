package id.ronda.collector.snmp;

import id.ronda.kernel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A page of metrics in the text format of Prometheus.
 *
 * @param path  with its query, if it has one: {@code /metrics}
 * @param tls   asked by HTTPS, its certificate checked as browsers do
 * @param token sent as a bearer token; null: none
 */
public record ScrapeAccess(
        String path, boolean tls, @Nullable Secret token) implements TextAccess {
    @Override
    public String toString() {
        return "Prometheus " + path;
    }
}
