package id.ronda.identity;

/**
 * One field that was refused.
 *
 * @param field a JSON pointer (RFC 6901) into what was asked for
 */
public record FieldReason(String field, Reason reason) {}
