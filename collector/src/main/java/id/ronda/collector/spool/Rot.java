package id.ronda.collector.spool;

import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sealed segment that the disk has changed since: the whole frames behind a damaged one are kept, and of the
 * damaged one what its first bytes still say becomes a loss, if it is plausible.
 */
final class Rot {

    private static final int KIND_DEVICE_SLOT_BYTES = 1 + 8 + 8;

    private Rot() {}

    /** Shows the visitor all frames that check; gives the losses that can be named. */
    static List<SamplesLost> read(Segment segment, SegmentVisitor visitor) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(segment.path()));
        Frames frames = new Frames(file);
        List<SamplesLost> losses = new ArrayList<>();
        boolean header = true;
        while (true) {
            if (frames.next()) {
                if (!header && !SegmentFooter.isNext(file)) {
                    RecordCodec.decode(file, visitor);
                }
            } else if (frames.skipDamaged()) {
                name(file, segment, losses);
            } else {
                return losses;
            }
            header = false;
        }
    }

    private static void name(ByteBuffer damaged, Segment segment, List<SamplesLost> losses) {
        if (damaged.remaining() < KIND_DEVICE_SLOT_BYTES + Integer.BYTES || !RecordCodec.isGroup(damaged.get())) {
            return;
        }
        long device = damaged.getLong();
        long slot = damaged.getLong();
        long count = ((long) damaged.remaining() - Integer.BYTES) / RecordCodec.SAMPLE_BYTES;
        if (device > 0 && slot >= segment.oldestSlot() && slot <= segment.newestSlot()) {
            losses.add(new SamplesLost(device, slot, slot, count));
        }
    }
}
