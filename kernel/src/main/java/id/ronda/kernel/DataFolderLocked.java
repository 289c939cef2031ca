package id.ronda.kernel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process works in the data folder. */
public final class DataFolderLocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderLocked(Path folder, @Nullable Throwable cause) {
        super(
                "another Ronda is running in the data folder " + folder + ": stop it, or give another one with --data",
                cause);
    }
}
