package id.ronda.kernel;

/** The data folder was made for another use, or by something else. */
public final class DataFolderForeign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderForeign(String message) {
        super(message);
    }
}
