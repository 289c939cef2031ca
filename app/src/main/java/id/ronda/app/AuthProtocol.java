package id.ronda.app;

/** How v3 messages are signed, as the command line names it (RFC 3414, RFC 7860). */
enum AuthProtocol {
    MD5("MD5"),
    SHA("SHA"),
    SHA_224("SHA-224"),
    SHA_256("SHA-256"),
    SHA_384("SHA-384"),
    SHA_512("SHA-512");

    private final String text;

    AuthProtocol(String text) {
        this.text = text;
    }

    /** As the command line and the API write it. */
    @Override
    public String toString() {
        return text;
    }
}
