package id.ronda.identity.store;

/** The condition that keeps accounts out that cannot be used: the same for sessions, tokens and administrators. */
public final class ActiveAccount {

    /** True for a row {@code a} of {@code identity.account} at {@code :now}. */
    public static final String SQL = """
            (a.disabled_at is null and (a.valid_from is null or a.valid_from <= :now)
             and (a.valid_until is null or a.valid_until > :now))
            """;

    private ActiveAccount() {}
}
