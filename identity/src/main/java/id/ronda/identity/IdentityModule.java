package id.ronda.identity;

import id.ronda.kernel.database.ModuleMigrations;

/** Identity, built of its parts. Built after the migrations have run; started once; closed once. */
public final class IdentityModule {

    /** Its schema. */
    public static final ModuleMigrations MIGRATIONS =
            new ModuleMigrations("identity", "classpath:id/ronda/identity/migrations");

    private IdentityModule() {}
}
