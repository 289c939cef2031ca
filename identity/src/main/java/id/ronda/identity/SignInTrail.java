package id.ronda.identity;

/**
 * Takes note of every way a sign-in ended, refused ones above all. Called on a thread that may wait, before the answer
 * leaves; a note that cannot be taken is an exception, and the sign-in fails with it.
 */
@FunctionalInterface
public interface SignInTrail {

    /**
     * Takes a note.
     *
     * @param name the name as it was typed, cut to 100 characters: it may be unknown, or a password in the wrong field
     * @param outcome {@code signed-in}, {@code second-factor-needed}, {@code delayed}, {@code busy}, {@code signed-out},
     *     or the {@link Refusal#tag()}
     */
    void note(String name, String address, String outcome);
}
