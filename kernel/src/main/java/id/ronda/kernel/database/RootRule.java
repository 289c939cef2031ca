package id.ronda.kernel.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses to run as root; as root it is started in a user namespace, which some containers forbid. */
final class RootRule {

    private static final int SECONDS = 5;

    private RootRule() {}

    /** Why the start failed, in a sentence that says what to do where we know it. */
    static @Nullable String explain(Exception failure) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root && !namespacesWork()
                ? "this system forbids user namespaces, without which PostgreSQL does not run as root; start Ronda as an"
                        + " ordinary user, or give --database-url"
                : failure.getMessage();
    }

    private static boolean namespacesWork() {
        try {
            Process trial = new ProcessBuilder("unshare", "-U", "true").start();
            return trial.waitFor(SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
