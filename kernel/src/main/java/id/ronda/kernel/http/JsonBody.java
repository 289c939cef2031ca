package id.ronda.kernel.http;

/** What became of reading a body into a T. */
public sealed interface JsonBody<T> {

    /** Every field was right. */
    record Read<T>(T value) implements JsonBody<T> {}

    /** Something was wrong, with the problem that names every field of it. */
    record Refused<T>(Problem problem) implements JsonBody<T> {}
}
