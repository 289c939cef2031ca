package id.ronda.collector.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A frame is length (int), CRC32C of the payload (int), payload. What does not check is where a file ends. */
final class Frames {

    static final int OVERHEAD_BYTES = 8;

    private final ByteBuffer file;
    private final CRC32C checksum = new CRC32C();
    private int good;

    /** Reads the frames of a file's bytes, from position 0 to the limit. */
    Frames(ByteBuffer file) {
        this.file = file;
    }

    /** Begins a frame; gives the position to {@link #end} it with. */
    static int begin(ByteBuffer out) {
        int start = out.position();
        out.position(start + OVERHEAD_BYTES);
        return start;
    }

    /** Ends the frame that began there by writing its length and checksum. */
    static void end(ByteBuffer out, int start) {
        int payload = start + OVERHEAD_BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(out.slice(payload, out.position() - payload));
        out.putInt(start, out.position() - payload);
        out.putInt(start + 4, (int) checksum.getValue());
    }

    /** Goes to the next whole frame: position and limit of the file's buffer are then those of its payload. */
    boolean next() {
        int end = file.capacity();
        file.clear();
        if (end - good <= OVERHEAD_BYTES) {
            return false;
        }
        int length = file.getInt(good);
        if (length <= 0 || length > end - good - OVERHEAD_BYTES) {
            return false;
        }
        checksum.reset();
        checksum.update(file.slice(good + OVERHEAD_BYTES, length));
        if ((int) checksum.getValue() != file.getInt(good + 4)) {
            return false;
        }
        file.limit(good + OVERHEAD_BYTES + length).position(good + OVERHEAD_BYTES);
        good += OVERHEAD_BYTES + length;
        return true;
    }

    /**
     * Steps over a frame whose content does not check while its length leads to one that does: position and limit are
     * then those of the damaged payload. False when no frame follows: then the rest cannot be read.
     */
    boolean skipDamaged() {
        int damaged = good;
        file.clear();
        int length = file.capacity() - damaged > OVERHEAD_BYTES ? file.getInt(damaged) : 0;
        if (length <= 0 || length > file.capacity() - damaged - OVERHEAD_BYTES) {
            return false;
        }
        good = damaged + OVERHEAD_BYTES + length;
        int behind = good;
        boolean follows = next();
        good = follows ? behind : damaged;
        file.clear().limit(behind).position(damaged + OVERHEAD_BYTES);
        return follows;
    }

    /** Up to here every frame checks. */
    int goodBytes() {
        return good;
    }
}
