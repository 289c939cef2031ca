package id.ronda.collector.snmp;

/**
 * How much one device may be asked for at a time: more by one after every whole answer, half after one that was too big, cut or
 * lost (additive increase, multiplicative decrease, as TCP does).
 */
final class AnswerSize {
    static final int START_BULK_VALUES = 20;
    static final int MAX_BULK_VALUES = 50;
    static final int MAX_OIDS = 64;

    private int bulkMax;
    private int oids = MAX_OIDS;

    AnswerSize(int bulkValues) {
        bulkMax = bulkValues;
    }

    /** An answer to so many values came whole; bulkValues 0 for a GET. Growth needs a request near the limit. */
    synchronized void whole(int bulkValues, int oidsAsked) {
        if (bulkValues > bulkMax / 2) {
            bulkMax = Math.min(MAX_BULK_VALUES, bulkMax + 1);
        }
        if (oidsAsked >= oids) {
            oids = Math.min(MAX_OIDS, oids + 1);
        }
    }

    /** An answer to so many values at once did not come whole. */
    synchronized void lost(int bulkValues, int oidsAsked) {
        if (bulkValues > 0) {
            bulkMax = Math.max(1, Math.min(bulkMax, bulkValues / 2));
        } else {
            oids = Math.max(1, Math.min(oids, oidsAsked / 2));
        }
    }

    synchronized int bulkValues() {
        return bulkMax;
    }

    synchronized int oids() {
        return oids;
    }
}
