package id.ronda.kernel.http;

/**
 * Where the server listens and what it takes in.
 *
 * @param listen an address of this machine; until there is sign-in only 127.0.0.1, localhost or ::1
 * @param port the TCP port; 0 takes a free one
 * @param bodyLimit the largest body of a request, in bytes
 */
public record HttpConfig(String listen, int port, long bodyLimit) {

    private static final long FOUR_MEBIBYTES = 4L << 20;

    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
    }

    /** 127.0.0.1:8080 and bodies of up to 4 MiB. */
    public static HttpConfig defaults() {
        return new HttpConfig("127.0.0.1", 8080, FOUR_MEBIBYTES);
    }

    /** The same on another port. */
    public HttpConfig withPort(int other) {
        return new HttpConfig(listen, other, bodyLimit);
    }
}
