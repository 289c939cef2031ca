package id.ronda.collector.spool;

/**
 * Decides when the open segment is forced or sealed. While the store keeps up, segments are small and a sample is in
 * the database within a fraction of a second; while it is behind or away they grow, so that it catches up with few
 * large transactions and the folder holds few files.
 */
final class SealRule {

    /** What is to be done with the open segment. */
    enum Step {
        NOTHING,
        FORCE,
        SEAL
    }

    private final SpoolSettings settings;

    SealRule(SpoolSettings settings) {
        this.settings = settings;
    }

    /** From this size on a segment is sealed at once. */
    int segmentBytes() {
        return settings.segmentBytes();
    }

    /**
     * @param bytes of the open segment
     * @param ageNanos since its first record
     * @param unforcedNanos since the first record that is not forced yet, 0 if all are
     * @param waiting sealed segments that are not stored yet
     */
    Step decide(long bytes, long ageNanos, long unforcedNanos, int waiting) {
        long patience = (waiting == 0 ? settings.linger() : settings.longest()).toNanos();
        if (bytes >= settings.segmentBytes() || ageNanos >= patience) {
            return Step.SEAL;
        }
        return unforcedNanos >= settings.forceEvery().toNanos() ? Step.FORCE : Step.NOTHING;
    }
}
