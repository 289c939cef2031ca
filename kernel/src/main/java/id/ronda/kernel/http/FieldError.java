package id.ronda.kernel.http;

/**
 * One field that was refused.
 *
 * @param field a JSON pointer (RFC 6901) into the body, or the name of a query parameter
 * @param reason what is wrong with it, and what would be right
 */
public record FieldError(String field, String reason) {}
