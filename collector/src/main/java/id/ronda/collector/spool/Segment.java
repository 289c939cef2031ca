package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A sealed segment: one batch, whose content never changes any more.
 *
 * @param number with the spool's id the batch's name
 * @param coversFrom the first of the segments it stands for; equals {@code number} except in a segment of losses
 * @param bytes of the file
 * @param oldestSlot of its samples, {@link Long#MAX_VALUE} if it has none
 * @param newestSlot of its samples, {@link Long#MIN_VALUE} if it has none
 */
public record Segment(
        long number, long coversFrom, Path path, long bytes, long oldestSlot, long newestSlot, long samples) {

    /** Everything in it; what does not check any more is left out and told, as a loss where its device can be read. */
    public SegmentContent read() throws IOException {
        SegmentContent.Gatherer gatherer = new SegmentContent.Gatherer((int) samples);
        SegmentScan scan = SegmentScan.of(path, gatherer);
        if (scan.sealed()) {
            return gatherer.content(0);
        }
        SegmentContent.Gatherer whole = new SegmentContent.Gatherer((int) samples);
        Rot.read(this, whole).forEach(whole::mark);
        return whole.content(Math.max(0, samples - whole.size()));
    }

    boolean holdsLosses() {
        return path.toString().endsWith(SpoolFolder.LOSSES);
    }
}
