package id.ronda.app;

import id.ronda.identity.OidcSettingRefused;
import id.ronda.kernel.DataFolderForeign;
import id.ronda.kernel.DataFolderLocked;
import id.ronda.kernel.database.DatabaseAway;
import id.ronda.kernel.database.EmbeddedDatabaseFailed;
import id.ronda.kernel.http.ListenRefused;
import id.ronda.kernel.secret.SealBroken;
import id.ronda.kernel.tls.TlsRefused;
import java.net.BindException;
import java.util.Optional;

/** Why the product did not start, where that was to be expected: one sentence, and no trace of the program's insides. */
final class StartFailure {

    private StartFailure() {}

    /** The outcome that says what to do; empty when nobody foresaw this. */
    static Optional<Outcome> of(Exception failure, ServerConfig config) {
        return Optional.ofNullable(
                switch (failure) {
                    case ListenRefused refused -> new Outcome.WrongUse(sentence(refused));
                    case SettingsRefused refused -> new Outcome.WrongUse(sentence(refused));
                    case TlsRefused refused -> new Outcome.Failed(sentence(refused));
                    case OidcSettingRefused refused -> new Outcome.WrongUse(sentence(refused));
                    case DataFolderLocked locked -> new Outcome.Failed(sentence(locked));
                    case DataFolderForeign foreign -> new Outcome.Failed(sentence(foreign));
                    case EmbeddedDatabaseFailed failed -> new Outcome.Failed(sentence(failed));
                    case DatabaseAway away -> new Outcome.Failed(sentence(away) + "; check --database-url");
                    case SealBroken broken -> new Outcome.Failed(sentence(broken));
                    case DemoRegency.NotListening taken -> new Outcome.Failed(sentence(taken));
                    case Exception e when e.getCause() instanceof BindException -> new Outcome.Failed(taken(config));
                    default -> null;
                });
    }

    private static String sentence(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String taken(ServerConfig config) {
        return "port " + config.port() + " of " + config.listen()
                + " is in use by another program: give another one with --port, or 0 for a free one";
    }
}
