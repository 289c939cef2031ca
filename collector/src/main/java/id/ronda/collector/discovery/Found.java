package id.ronda.collector.discovery;

import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.ValueDecoder;
import id.ronda.collector.source.SourceNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * An object that a profile names and the device has, with the value that was seen.
 *
 * @param limits null: the device tells none
 * @param kind null: known by the look alone, no object is polled for it
 */
record Found(
        String metric,
        String instance,
        String name,
        OID oid,
        String unit,
        double value,
        ValueDecoder decoder,
        @Nullable StateMap states,
        @Nullable Limits limits,
        @Nullable ObjectKind kind) {

    Found called(String otherInstance) {
        return new Found(metric, otherInstance, name, oid, unit, value, decoder, states, limits, kind);
    }

    Optional<PolledObject> toObject() {
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(new PolledObject(oid, metric, instance, name, unit, kind, decoder, states, Double.NaN));
    }

    Reading toReading() {
        var state = states == null ? null : states.of(value);
        // A counter has no value before its second answer.
        var seen = kind != null && kind.isCounter() ? null : Double.valueOf(value);
        return new Reading(metric, instance, name, SourceNames.shown(oid), seen, unit, state, null, limits);
    }
}
