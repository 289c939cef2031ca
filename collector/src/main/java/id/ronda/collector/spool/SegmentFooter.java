package id.ronda.collector.spool;

import java.nio.ByteBuffer;

/**
 * The last frame of a sealed segment.
 *
 * @param records how many records stand between header and footer
 * @param samples how many samples they hold
 * @param checksum CRC32C of all bytes before the footer
 */
record SegmentFooter(long records, long samples, int checksum) {

    static final int PAYLOAD_BYTES = 1 + 8 + 8 + 4;
    static final int FRAME_BYTES = Frames.OVERHEAD_BYTES + PAYLOAD_BYTES;

    void encode(ByteBuffer out) {
        int start = Frames.begin(out);
        out.put(RecordCodec.FOOTER).putLong(records).putLong(samples).putInt(checksum);
        Frames.end(out, start);
    }

    static SegmentFooter decode(ByteBuffer in) {
        in.get();
        return new SegmentFooter(in.getLong(), in.getLong(), in.getInt());
    }

    /** Whether the payload at the position is a footer. */
    static boolean isNext(ByteBuffer in) {
        return in.remaining() == PAYLOAD_BYTES && in.get(in.position()) == RecordCodec.FOOTER;
    }
}
