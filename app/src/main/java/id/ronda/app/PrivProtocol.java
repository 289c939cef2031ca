package id.ronda.app;

/** How v3 messages are encrypted, as the command line names it; {@code -C} is the key extension of Cisco. */
enum PrivProtocol {
    DES("DES"),
    TRIPLE_DES("3DES"),
    AES_128("AES-128"),
    AES_192("AES-192"),
    AES_256("AES-256"),
    AES_192_CISCO("AES-192-C"),
    AES_256_CISCO("AES-256-C");

    private final String text;

    PrivProtocol(String text) {
        this.text = text;
    }

    /** As the command line and the API write it. */
    @Override
    public String toString() {
        return text;
    }
}
