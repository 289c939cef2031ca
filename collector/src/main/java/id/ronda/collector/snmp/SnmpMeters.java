package id.ronda.collector.snmp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** What the client counts: {@code ronda_snmp_…_total}. */
final class SnmpMeters {
    private final Map<SnmpFailure, Counter> failures = new EnumMap<>(SnmpFailure.class);
    private final Map<Discard, Counter> discards = new EnumMap<>(Discard.class);
    private final Counter sent;
    private final Counter retries;
    private final Counter answers;
    private final Counter callbackErrors;

    /** Why a datagram was not the answer to a request. */
    enum Discard {
        /** Its request had been given up, or answered by another attempt. */
        LATE("late"),
        /** No request of this client has that id. */
        UNKNOWN_ID("unknown-id"),
        /** From another address than the one asked. */
        WRONG_ADDRESS("wrong-address"),
        /** Not an SNMP message. */
        GARBAGE("garbage"),
        /** Refused by the security of v3, or a Report. */
        REFUSED("refused");

        private final String code;

        Discard(String code) {
            this.code = code;
        }
    }

    SnmpMeters(MeterRegistry registry) {
        for (var failure : SnmpFailure.values()) {
            failures.put(failure, registry.counter("ronda.snmp.failures", "reason", failure.code()));
        }
        for (var discard : Discard.values()) {
            discards.put(discard, registry.counter("ronda.snmp.datagrams.discarded", "reason", discard.code));
        }
        sent = registry.counter("ronda.snmp.requests.sent");
        retries = registry.counter("ronda.snmp.retries");
        answers = registry.counter("ronda.snmp.answers");
        callbackErrors = registry.counter("ronda.snmp.callback.errors");
    }

    void failed(SnmpFailure failure) {
        counterOf(failures, failure).increment();
    }

    void discarded(Discard why) {
        counterOf(discards, why).increment();
    }

    void sent(int attempt) {
        sent.increment();
        if (attempt > 0) {
            retries.increment();
        }
    }

    void answered() {
        answers.increment();
    }

    void callbackFailed() {
        callbackErrors.increment();
    }

    private static <K extends Enum<K>> Counter counterOf(Map<K, Counter> counters, K key) {
        var counter = counters.get(key);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + key);
        }
        return counter;
    }
}
