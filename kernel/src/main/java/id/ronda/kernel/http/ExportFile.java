package id.ronda.kernel.http;

import id.ronda.kernel.export.CsvFile;
import id.ronda.kernel.export.TableFile;
import id.ronda.kernel.export.XlsxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of one export, for its owner only, gone when the answer has ended. Touched by one thread at a time. */
final class ExportFile {

    private final Representation form;
    private final String title;
    private @Nullable Path path;
    private @Nullable TableFile table;

    /**
     * A file that is not there yet.
     *
     * @param title names the sheet of a workbook
     */
    ExportFile(Representation form, String title) {
        this.form = form;
        this.title = title;
    }

    <T> void write(List<T> items, List<Column<T>> columns) throws IOException {
        TableFile open = table == null ? open(columns.stream().map(Column::name).toList()) : table;
        for (T item : items) {
            open.row(columns.stream().map(column -> column.value().apply(item)).toList());
        }
    }

    private TableFile open(List<String> header) throws IOException {
        Path made = Files.createTempFile("ronda-", "." + form.word());
        path = made;
        TableFile open = switch (form) {
            case XLSX -> new XlsxFile(made, title, header);
            case CSV -> new CsvFile(made, header);
            case JSON -> throw new IllegalStateException("JSON is answered page by page");
        };
        table = open;
        return open;
    }

    /** Ends the file, with that sentence if there is more than it holds. */
    Path finish(@Nullable String incomplete) throws IOException {
        if (table == null || path == null) {
            throw new IllegalStateException("an export is written before it is finished");
        }
        if (incomplete != null) {
            table.markIncomplete(incomplete);
        }
        table.close();
        table = null;
        return path;
    }

    /** Deletes it, in whatever state it is. */
    void discard() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
        if (table != null) {
            table.close();
        }
    }
}
