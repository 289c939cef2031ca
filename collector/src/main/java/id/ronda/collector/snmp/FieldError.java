package id.ronda.collector.snmp;

/** One thing wrong with what a person or a script gave: the field by its name in the API, and why. */
public record FieldError(String field, String reason) {}
