package id.ronda.kernel.tls;

/** The server cannot start with this certificate; the message names the file and says what to do. */
public final class TlsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TlsRefused(String sentence) {
        super(sentence);
    }
}
