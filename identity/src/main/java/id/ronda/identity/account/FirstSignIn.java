package id.ronda.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.PrivateFile;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The file with the first account's name and password, one line each; there until somebody has signed in. */
final class FirstSignIn {

    private final Path file;
    private final AtomicBoolean there;

    FirstSignIn(Path dataFolder) {
        this.file = dataFolder.resolve("first-sign-in");
        this.there = new AtomicBoolean(Files.exists(file));
    }

    void write(String name, Secret password) {
        try {
            PrivateFile.write(file, (name + "\n" + password.reveal() + "\n").getBytes(UTF_8));
            there.set(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the first password cannot be kept in " + file, e);
        }
    }

    /** Removes it. */
    void used() {
        if (there.compareAndSet(true, false)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                there.set(true);
                throw new UncheckedIOException("remove " + file + ": the password in it was used", e);
            }
        }
    }
}
