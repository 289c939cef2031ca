package id.ronda.collector.reading;

import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * One object of one device that is asked at every slot and whose answers make one series.
 *
 * @param oid the object instance
 * @param instance identity among the metric's series of the device: for an interface its name, never its ifIndex
 * @param name for people
 * @param unit UCUM, of the series: {@code By/s} for an octet counter
 * @param states meanings of the numbers of a state, else null
 * @param ceiling greatest believable value; a rate above it is refused and counted (NaN: no bound)
 */
public record PolledObject(
        OID oid,
        String metric,
        String instance,
        String name,
        String unit,
        ObjectKind kind,
        ValueDecoder decoder,
        @Nullable StateMap states,
        double ceiling) {}
