package id.ronda.identity;

/**
 * What one password costs (Argon2id, RFC 9106). It is kept with each hash; a password that was hashed at another cost is
 * hashed anew at its owner's next sign-in.
 *
 * @param memoryKib memory of one hash
 * @param passes over that memory
 */
public record PasswordCost(int memoryKib, int passes) {

    /**
     * 32 MiB and 2 passes: 42 ms on one core here, where 19 MiB and 2 passes, the least that OWASP's Password Storage Cheat
     * Sheet allows for one lane, took 23 ms.
     */
    public static final PasswordCost USUAL = new PasswordCost(32_768, 2);

    public PasswordCost {
        if (memoryKib < 8 || passes < 1) {
            throw new IllegalArgumentException("Argon2 needs 8 KiB and one pass at least");
        }
    }
}
