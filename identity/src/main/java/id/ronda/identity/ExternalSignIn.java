package id.ronda.identity;

/** What came of a sign-in with a provider. */
public sealed interface ExternalSignIn {

    /** Ronda has decided, by itself or on what the provider has proven. */
    record Decided(SignIn signIn) implements ExternalSignIn {}

    /** Nothing was proven. */
    record Unproven(ProofFault fault) implements ExternalSignIn {}
}
