package id.ronda.collector.spool;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The first frame of a segment: to which spool it belongs and which one it is.
 *
 * @param number the segment's place in the order of the spool; with the spool's id it names the batch for ever
 * @param coversFrom equals {@code number}, but in a segment of losses the first of the segments that it stands for
 */
record SegmentHeader(UUID spool, long number, long coversFrom) {

    private static final byte VERSION = 1;
    static final int PAYLOAD_BYTES = 2 + 16 + 8 + 8;
    static final int FRAME_BYTES = Frames.OVERHEAD_BYTES + PAYLOAD_BYTES;

    void encode(ByteBuffer out) {
        int start = Frames.begin(out);
        out.put(RecordCodec.HEADER).put(VERSION);
        out.putLong(spool.getMostSignificantBits()).putLong(spool.getLeastSignificantBits());
        out.putLong(number).putLong(coversFrom);
        Frames.end(out, start);
    }

    /** @throws IllegalArgumentException when the payload is no header of this version */
    static SegmentHeader decode(ByteBuffer in) {
        if (in.get() != RecordCodec.HEADER || in.get() != VERSION) {
            throw new IllegalArgumentException(
                    "a spool segment of another version: let the version that wrote it empty the spool first");
        }
        return new SegmentHeader(new UUID(in.getLong(), in.getLong()), in.getLong(), in.getLong());
    }

    boolean covers(long other) {
        return coversFrom <= other && other <= number;
    }
}
