package id.ronda.kernel.http;

/** The address to listen on is not allowed as things are configured; the message says what to do. */
public final class ListenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListenRefused(String address, String why) {
        super("will not listen on " + address + ": " + why);
    }
}
