package id.ronda.kernel.http;

/** The address to listen on is not allowed; the message says which are. */
public final class ListenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListenRefused(String address) {
        super("will not listen on " + address + ": until there is sign-in only 127.0.0.1, localhost or ::1 is allowed;"
                + " give --listen 127.0.0.1");
    }
}
