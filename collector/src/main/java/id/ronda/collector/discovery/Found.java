package id.ronda.collector.discovery;

import id.ronda.collector.Reading;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.ValueDecoder;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/** An object that a profile names and the device has, with the value that was seen. */
record Found(
        String metric,
        String instance,
        String name,
        OID oid,
        String unit,
        double value,
        ValueDecoder decoder,
        @Nullable StateMap states) {

    Found called(String otherInstance) {
        return new Found(metric, otherInstance, name, oid, unit, value, decoder, states);
    }

    PolledObject toObject() {
        var kind = states == null ? ObjectKind.GAUGE : ObjectKind.STATE;
        return new PolledObject(oid, metric, instance, name, unit, kind, decoder, states, Double.NaN);
    }

    Reading toReading() {
        var state = states == null ? null : states.of(value);
        return new Reading(metric, instance, name, oid.toString(), value, unit, state, null);
    }
}
