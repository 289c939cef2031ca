package id.ronda.collector.reading;

import org.snmp4j.smi.Variable;

/** Makes the number of one object in its unit; pure. For counters it is not used: they stay exact integers until their rate. */
@FunctionalInterface
public interface ValueDecoder {

    /** The value in the object's unit, or NaN if the answer holds none (a sentinel, a text without a number). */
    double decode(Variable variable);
}
