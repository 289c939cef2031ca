package id.ronda.collector.snmp;

import java.util.List;
import org.snmp4j.smi.OID;

/** What can be asked. There is no SET: some generator controllers start and stop by it. */
public sealed interface SnmpRequest {
    /** The objects asked for, in order. */
    List<OID> oids();

    /** The values of exactly these instances. */
    record Get(List<OID> oids) implements SnmpRequest {
        /** Copies the list. */
        public Get {
            oids = List.copyOf(oids);
        }
    }

    /** The instance after each of these, in the order of the device's tree. */
    record GetNext(List<OID> oids) implements SnmpRequest {
        /** Copies the list. */
        public GetNext {
            oids = List.copyOf(oids);
        }
    }

    /**
     * Many successors at once (RFC 3416 4.2.3). On v1, which has none, a {@link GetNext} goes out instead.
     *
     * @param nonRepeaters   how many OIDs at the head get one successor only
     * @param maxRepetitions how many successors each of the others gets at most
     */
    record GetBulk(int nonRepeaters, int maxRepetitions, List<OID> oids) implements SnmpRequest {
        /** Copies the list. */
        public GetBulk {
            if (nonRepeaters < 0 || maxRepetitions < 1) {
                throw new IllegalArgumentException("GETBULK needs nonRepeaters >= 0 and maxRepetitions >= 1.");
            }
            oids = List.copyOf(oids);
        }
    }
}
