package id.ronda.kernel.database;

import java.util.Locale;

/** Which of the two pools a piece of work takes, so that a slow chart never starves the ingest. */
public enum Lane {
    /** Storing what was measured: few connections, long COPYs. */
    INGEST,
    /** Everything people and programs read and edit. */
    EDITS;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
