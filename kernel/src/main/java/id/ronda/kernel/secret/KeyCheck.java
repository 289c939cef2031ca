package id.ronda.kernel.secret;

import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sees at the start whether the key is the one this database was filled with, before any secret is asked for. */
public final class KeyCheck {

    private static final Secret WORD = new Secret("ronda");

    private KeyCheck() {}

    /**
     * Opens the check word of the database; the first time it seals one.
     *
     * @throws SealBroken when the database was filled with another key
     */
    public static void verify(Database database, SecretBox box) {
        database.run(Lane.EDITS, handle -> {
            Optional<byte[]> sealed = stored(handle);
            sealed.ifPresentOrElse(
                    bytes -> box.open("kernel.key_check", "1", "sealed", bytes),
                    () -> store(handle, box.seal("kernel.key_check", "1", "sealed", WORD)));
            return sealed.isPresent();
        });
    }

    private static Optional<byte[]> stored(Handle handle) {
        return handle.createQuery("select sealed from kernel.key_check")
                .mapTo(byte[].class)
                .findOne();
    }

    private static void store(Handle handle, byte[] sealed) {
        handle.createUpdate("insert into kernel.key_check (sealed) values (:sealed)")
                .bind("sealed", sealed)
                .execute();
    }
}
