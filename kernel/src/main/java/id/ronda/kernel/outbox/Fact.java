package id.ronda.kernel.outbox;

/**
 * Something that has happened, named in the past tense ({@code SamplesStored}). A fact is a record in the public package
 * of the module that owns it, of values that JSON can carry; it is kept under its class's name, so renaming or moving it
 * needs a migration of the facts still on their way.
 */
public interface Fact {}
