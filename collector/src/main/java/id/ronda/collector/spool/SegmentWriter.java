package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes one segment from header to footer. Frames gather in a buffer; a write that fails leaves the file as it was
 * before and the buffer as it is, so that the same call can be made again when there is room. For one thread.
 */
final class SegmentWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final SegmentHeader header;
    private final Path path;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final SegmentSpan span = new SegmentSpan();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long written;
    private boolean footed;
    private boolean dirty = true;

    /** Begins the segment in an empty file. */
    SegmentWriter(SegmentHeader header, Path path, FileChannel channel) {
        this.header = header;
        this.path = path;
        this.channel = channel;
        header.encode(buffer);
    }

    /**
     * Adds a record to the segment; it is on the disk after the next {@link #force}.
     *
     * @throws IOException when the buffer is full and the disk does not take it; the record was then not added
     */
    void append(SpoolRecord spoolRecord) throws IOException {
        int bytes = Frames.OVERHEAD_BYTES + RecordCodec.payloadBytes(spoolRecord);
        makeRoom(bytes);
        int start = Frames.begin(buffer);
        RecordCodec.encode(spoolRecord, buffer);
        Frames.end(buffer, start);
        span.add(spoolRecord);
        dirty = true;
    }

    private void makeRoom(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
    }

    /** Hands what has gathered to the operating system: from here on it survives the end of this process. */
    void flush() throws IOException {
        ByteBuffer out = buffer.duplicate().flip();
        long position = written;
        try {
            while (out.hasRemaining()) {
                position += channel.write(out, position);
            }
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        checksum.update(buffer.duplicate().flip());
        written = position;
        buffer.clear();
    }

    private void cutBack(IOException failure) {
        try {
            channel.truncate(written);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Hands over and waits until the disk has it. */
    void force() throws IOException {
        flush();
        if (dirty) {
            channel.force(false);
            dirty = false;
        }
    }

    /** Writes the footer and waits until the disk has all of it; may be called again after it failed. */
    Segment seal() throws IOException {
        if (!footed) {
            // The footer's checksum is that of all bytes before it, so these go first.
            flush();
            new SegmentFooter(span.records(), span.samples(), (int) checksum.getValue()).encode(buffer);
            footed = true;
            dirty = true;
        }
        force();
        channel.close();
        return new Segment(
                header.number(),
                header.coversFrom(),
                path,
                written,
                span.oldestSlot(),
                span.newestSlot(),
                span.samples());
    }

    /** Whether the footer was begun: only {@link #seal} may follow. */
    boolean isFooted() {
        return footed;
    }

    boolean isDirty() {
        return dirty;
    }

    boolean isEmpty() {
        return span.records() == 0;
    }

    /** Slot of the oldest sample, {@link Long#MAX_VALUE} if there is none. */
    long oldestSlot() {
        return span.oldestSlot();
    }

    /** Bytes of the file when all has been written. */
    long bytes() {
        return written + buffer.position();
    }

    long number() {
        return header.number();
    }

    Path path() {
        return path;
    }

    /** Leaves the segment without a footer; what was flushed stays. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
