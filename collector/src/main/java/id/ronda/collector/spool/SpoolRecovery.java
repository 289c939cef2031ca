package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What was found in the folder when the spool was opened.
 *
 * @param sealed segments that wait to be stored, oldest first
 * @param cuts what was torn
 * @param unstored what the segments hold, for those who must know where the last run ended
 */
public record SpoolRecovery(List<Segment> sealed, List<Cut> cuts, Unstored unstored) {

    /**
     * A file that a crash or the disk had torn: everything behind its last good record was cut off.
     *
     * @param bytes that were cut off
     * @param samplesKept in front of the cut
     */
    public record Cut(Path file, long bytes, long samplesKept) {}

    /** Seals what was left open, cuts what was torn, and reads all of it once. */
    static SpoolRecovery of(SpoolFolder folder, List<Path> files) throws IOException {
        List<Segment> sealed = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        Unstored unstored = new Unstored();
        for (Path file : withoutDropped(folder, files)) {
            SegmentScan scan = SegmentScan.of(file, unstored);
            if (scan.header() != null) {
                expectOwn(folder.id(), file, scan.header());
            }
            long torn = scan.sealed() ? 0 : scan.fileBytes() - scan.goodBytes();
            if (torn > 0) {
                cuts.add(new Cut(file, torn, scan.span().samples()));
            }
            if (scan.header() == null || scan.span().records() == 0) {
                folder.delete(file);
            } else {
                sealed.add(segment(scan.header(), file, scan));
            }
        }
        return new SpoolRecovery(sealed, cuts, unstored);
    }

    /** A crash may have come between writing losses and deleting what they stand for. */
    private static List<Path> withoutDropped(SpoolFolder folder, List<Path> files) throws IOException {
        List<Path> kept = new ArrayList<>(files);
        for (Path losses : files) {
            if (losses.toString().endsWith(SpoolFolder.LOSSES)) {
                SegmentHeader header = SegmentScan.of(losses, new SegmentSpan()).header();
                for (Path file : files) {
                    if (header != null && !file.equals(losses) && header.covers(SpoolFolder.number(file))) {
                        folder.delete(file);
                        kept.remove(file);
                    }
                }
            }
        }
        return kept;
    }

    private static void expectOwn(UUID spool, Path file, SegmentHeader header) throws IOException {
        if (!header.spool().equals(spool) || header.number() != SpoolFolder.number(file)) {
            throw new IOException(file + " belongs to another spool (" + header.spool() + ", segment " + header.number()
                    + "): move it out of the folder");
        }
    }

    private static Segment segment(SegmentHeader header, Path file, SegmentScan scan) throws IOException {
        long bytes = scan.sealed() ? scan.fileBytes() : sealAsItIs(file, scan);
        SegmentSpan span = scan.span();
        return new Segment(
                header.number(),
                header.coversFrom(),
                file,
                bytes,
                span.oldestSlot(),
                span.newestSlot(),
                span.samples());
    }

    private static long sealAsItIs(Path file, SegmentScan scan) throws IOException {
        ByteBuffer footer = ByteBuffer.allocate(SegmentFooter.FRAME_BYTES);
        new SegmentFooter(scan.span().records(), scan.span().samples(), scan.checksum()).encode(footer);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(scan.goodBytes());
            channel.write(footer.flip(), scan.goodBytes());
            channel.force(true);
            return channel.size();
        }
    }
}
