package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What is counted about sources: {@code ronda_source_fetches_total}, {@code ronda_source_failures_total}. */
final class SourceMeters {
    private final MeterRegistry registry;
    private final Counter callbackErrors;

    SourceMeters(MeterRegistry registry) {
        this.registry = registry;
        callbackErrors = registry.counter("ronda.source.callback.errors");
        for (String kind : List.of("nut", "prometheus")) {
            fetches(kind);
            for (SnmpFailure failure : SnmpFailure.values()) {
                failures(kind, failure);
            }
        }
    }

    void fetched(String kind) {
        fetches(kind).increment();
    }

    void failed(String kind, SnmpFailure failure) {
        failures(kind, failure).increment();
    }

    void callbackFailed() {
        callbackErrors.increment();
    }

    private Counter fetches(String kind) {
        return registry.counter("ronda.source.fetches", "source", kind);
    }

    private Counter failures(String kind, SnmpFailure failure) {
        return registry.counter("ronda.source.failures", "source", kind, "reason", failure.code());
    }
}
