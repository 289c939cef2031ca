package id.ronda.identity;

/** By what a caller showed who he is. */
public sealed interface Credential {

    /** A browser's session. */
    record OfSession(SessionId id) implements Credential {}

    /** A token. */
    record OfToken(TokenId id) implements Credential {}

    /** The server's own console or its token file: whoever can read that needs no account. */
    record OfServer() implements Credential {}
}
