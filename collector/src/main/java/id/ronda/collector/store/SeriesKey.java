package id.ronda.collector.store;

import id.ronda.collector.reading.ObjectKind;

/**
 * What a series of a device is known by, and what its samples are.
 *
 * @param metric lower-case dotted words
 * @param instance which one of its kind; empty where there is only one
 * @param unit UCUM, of the samples
 * @param kind a counter's samples are its rates
 */
public record SeriesKey(String metric, String instance, String unit, ObjectKind kind) {

    /** The word in the database. */
    String kindCode() {
        return switch (kind) {
            case GAUGE -> "gauge";
            case STATE -> "state";
            case COUNTER32, COUNTER64, COUNTER_REAL -> "counter";
        };
    }
}
