package id.ronda.collector.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import java.nio.ByteBuffer;

/**
 * The payload of a frame: one byte of kind, device, slot, then what the kind needs; big-endian. The samples of a group
 * stand column by column, so that they are copied and not parsed.
 */
final class RecordCodec {

    static final byte HEADER = 'H';
    static final byte FOOTER = 'F';
    private static final byte SAMPLES = 1;
    private static final byte OPENED = 2;
    private static final byte CLOSED = 3;
    private static final byte LOST = 4;

    private static final int COMMON_BYTES = 1 + 8 + 8;
    static final int SAMPLE_BYTES = 4 + 8;

    private RecordCodec() {}

    /** The length of the record's payload. */
    static int payloadBytes(SpoolRecord spoolRecord) {
        return COMMON_BYTES
                + switch (spoolRecord) {
                    case SampleGroup g -> 4 + g.series().length * SAMPLE_BYTES;
                    case GapOpened g -> 4 + 1 + g.reason().code().length();
                    case GapClosed g -> 4;
                    case SamplesLost l -> 8 + 8;
                };
    }

    static void encode(SpoolRecord spoolRecord, ByteBuffer out) {
        out.put(kind(spoolRecord)).putLong(spoolRecord.device()).putLong(spoolRecord.slot());
        switch (spoolRecord) {
            case SampleGroup g -> columns(g, out);
            case GapOpened g -> {
                byte[] code = g.reason().code().getBytes(US_ASCII);
                out.putInt(g.series()).put((byte) code.length).put(code);
            }
            case GapClosed g -> out.putInt(g.series());
            case SamplesLost l -> out.putLong(l.through()).putLong(l.samples());
        }
    }

    /** Whether a payload that begins with this byte is a group of samples. */
    static boolean isGroup(byte kind) {
        return kind == SAMPLES;
    }

    private static byte kind(SpoolRecord spoolRecord) {
        return switch (spoolRecord) {
            case SampleGroup g -> SAMPLES;
            case GapOpened g -> OPENED;
            case GapClosed g -> CLOSED;
            case SamplesLost l -> LOST;
        };
    }

    private static void columns(SampleGroup group, ByteBuffer out) {
        int size = group.series().length;
        out.putInt(size);
        out.asIntBuffer().put(group.series());
        out.position(out.position() + size * Integer.BYTES);
        out.asDoubleBuffer().put(group.values());
        out.position(out.position() + size * Double.BYTES);
    }

    /**
     * Hands the payload from the buffer's position to its limit to the visitor.
     *
     * @throws IllegalArgumentException when it is no record, although its checksum was right: written by another version
     */
    static void decode(ByteBuffer in, SegmentVisitor visitor) {
        byte kind = in.get();
        long device = in.getLong();
        long slot = in.getLong();
        switch (kind) {
            case SAMPLES -> visitor.samples(device, slot, in.getInt(), in);
            case OPENED -> visitor.mark(new GapOpened(device, in.getInt(), slot, reason(in)));
            case CLOSED -> visitor.mark(new GapClosed(device, in.getInt(), slot));
            case LOST -> visitor.mark(new SamplesLost(device, slot, in.getLong(), in.getLong()));
            default -> throw new IllegalArgumentException("no spool record of kind " + kind);
        }
    }

    private static GapReason reason(ByteBuffer in) {
        byte[] code = new byte[in.get()];
        in.get(code);
        String name = new String(code, US_ASCII);
        return GapReason.ofCode(name)
                .orElseThrow(() -> new IllegalArgumentException("the spool holds a gap of unknown reason " + name));
    }
}
