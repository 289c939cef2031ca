package id.ronda.collector.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a segment's file.
 *
 * @param header null when not even that is whole
 * @param goodBytes up to here every frame checks; a footer is not counted
 * @param fileBytes of the whole file
 * @param sealed whether the file ends with the footer that fits to what is before it
 * @param span of the good records
 */
record SegmentScan(
        @Nullable SegmentHeader header,
        long goodBytes,
        long fileBytes,
        boolean sealed,
        SegmentSpan span,
        int checksum) {

    /** Reads the file frame by frame and shows the visitor each good record. */
    static SegmentScan of(Path path, SegmentVisitor visitor) throws IOException {
        return of(ByteBuffer.wrap(Files.readAllBytes(path)), visitor);
    }

    static SegmentScan of(ByteBuffer file, SegmentVisitor visitor) {
        Frames frames = new Frames(file);
        SegmentSpan span = new SegmentSpan();
        if (!frames.next()) {
            return new SegmentScan(null, 0, file.capacity(), false, span, 0);
        }
        SegmentHeader header = SegmentHeader.decode(file);
        SegmentFooter footer = null;
        int good = frames.goodBytes();
        while (footer == null && frames.next()) {
            if (SegmentFooter.isNext(file)) {
                footer = SegmentFooter.decode(file);
            } else {
                int payload = file.position();
                RecordCodec.decode(file, span);
                RecordCodec.decode(file.position(payload), visitor);
                good = frames.goodBytes();
            }
        }
        CRC32C checksum = new CRC32C();
        checksum.update(file.clear().slice(0, good));
        int sum = (int) checksum.getValue();
        boolean sealed = footer != null && footer.equals(new SegmentFooter(span.records(), span.samples(), sum));
        return new SegmentScan(header, good, file.capacity(), sealed, span, sum);
    }

    /** As {@link #of(Path, SegmentVisitor)} where a failure to read is not expected any more. */
    static SegmentScan unchecked(Path path, SegmentVisitor visitor) {
        try {
            return of(path, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("the spool segment " + path + " cannot be read: look at the disk", e);
        }
    }

    /** How many of the sealed samples could not be read back. */
    long missingSamples(long sealedSamples) {
        return Math.max(0, sealedSamples - span.samples());
    }
}
