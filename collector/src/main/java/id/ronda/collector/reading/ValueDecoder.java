package id.ronda.collector.reading;

import org.snmp4j.smi.Variable;

/** Makes the number of one object in its unit; pure. Counters stay exact until their rate. */
@FunctionalInterface
public interface ValueDecoder {

    /** The value in the object's unit, or NaN if the answer holds none (a sentinel, a text without a number). */
    double decode(Variable variable);

    /** The value in the object's unit of a counter that went up by so many a second, or NaN if it cannot be. */
    default double ofRate(double rate) {
        return rate;
    }
}
