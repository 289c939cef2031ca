package id.ronda.collector.snmp;

/**
 * How much one device may be asked for at a time: more by one after every whole answer, half after one that was too big, cut or
 * lost (additive increase, multiplicative decrease, as TCP does).
 */
final class AnswerSize {
    static final int START_REPETITIONS = 20;
    static final int MAX_REPETITIONS = 50;
    static final int MAX_OIDS = 64;

    private int repetitions = START_REPETITIONS;
    private int oids = MAX_OIDS;

    /** An answer to so many values came whole; repetitions 0 for a GET. Growth needs a request that went to the limit. */
    synchronized void whole(int repetitionsAsked, int oidsAsked) {
        if (repetitionsAsked >= repetitions) {
            repetitions = Math.min(MAX_REPETITIONS, repetitions + 1);
        }
        if (oidsAsked >= oids) {
            oids = Math.min(MAX_OIDS, oids + 1);
        }
    }

    /** An answer to so many values at once did not come whole. */
    synchronized void lost(int repetitionsAsked, int oidsAsked) {
        if (repetitionsAsked > 0) {
            repetitions = Math.max(1, Math.min(repetitions, repetitionsAsked / 2));
        } else {
            oids = Math.max(1, Math.min(oids, oidsAsked / 2));
        }
    }

    synchronized int repetitions() {
        return repetitions;
    }

    synchronized int oids() {
        return oids;
    }
}
