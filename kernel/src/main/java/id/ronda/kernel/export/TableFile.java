package id.ronda.kernel.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is being written, row by row; what was written is on the disk and not in memory. Used by one thread at a time. */
public interface TableFile extends Closeable {

    /** Adds a row; null makes an empty cell. */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Says in the file, where its form has a place for that, that there are more rows than it holds. */
    void markIncomplete(String sentence) throws IOException;
}
