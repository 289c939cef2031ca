package id.ronda.kernel.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) in UTF-8. */
public final class CsvFile implements TableFile {

    private final CsvWriter csv;

    /** Begins a file with its header. */
    public CsvFile(Path file, List<String> header) throws IOException {
        csv = CsvWriter.builder().build(file);
        csv.writeRecord(header);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(SafeText::of).toList());
    }

    @Override
    public void markIncomplete(String sentence) {
        // A row of another kind would be read as one of the list; whoever reads CSV reads the headers of the answer.
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
