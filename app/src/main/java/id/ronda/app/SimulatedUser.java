package id.ronda.app;

import id.ronda.simulator.V3User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The user whom simulated agents know for SNMPv3, under the options by which {@code probe} asks as one. */
final class SimulatedUser {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--user", paramLabel = "NAME", description = "user of v3 whom the agents know; default none")
    private @Nullable String user;

    @Option(names = "--auth-protocol", paramLabel = "P", description = "one of ${COMPLETION-CANDIDATES}")
    private @Nullable AuthProtocol authProtocol;

    @Option(names = "--auth-passphrase", paramLabel = "WORD", description = "or RONDA_AUTH_PASSPHRASE")
    private @Nullable String authPassphrase;

    @Option(names = "--priv-protocol", paramLabel = "P", description = "one of ${COMPLETION-CANDIDATES}")
    private @Nullable PrivProtocol privProtocol;

    @Option(names = "--priv-passphrase", paramLabel = "WORD", description = "or RONDA_PRIV_PASSPHRASE")
    private @Nullable String privPassphrase;

    /** The user as the agents know it, or nobody. */
    List<V3User> users() {
        if (user == null) {
            refuse(authProtocol, "--auth-protocol");
            refuse(privProtocol, "--priv-protocol");
            return List.of();
        }
        if (authProtocol == null) {
            refuse(privProtocol, "--priv-protocol");
            return List.of(V3User.open(user));
        }
        var authentication = V3User.Authentication.valueOf(authProtocol.name());
        String auth = required(authPassphrase, "--auth-passphrase");
        return List.of(
                privProtocol == null
                        ? V3User.authenticated(user, authentication, auth)
                        : V3User.encrypted(
                                user,
                                authentication,
                                auth,
                                privacy(privProtocol),
                                required(privPassphrase, "--priv-passphrase")));
    }

    private static V3User.Privacy privacy(PrivProtocol protocol) {
        return switch (protocol) {
            case DES -> V3User.Privacy.DES;
            case TRIPLE_DES -> V3User.Privacy.TRIPLE_DES;
            case AES_128 -> V3User.Privacy.AES_128;
            case AES_192 -> V3User.Privacy.AES_192;
            case AES_256 -> V3User.Privacy.AES_256;
            case AES_192_CISCO -> V3User.Privacy.AES_192_C;
            case AES_256_CISCO -> V3User.Privacy.AES_256_C;
        };
    }

    private void refuse(@Nullable Object given, String option) {
        if (given != null) {
            String missing = option.equals("--priv-protocol") && user != null ? "--auth-protocol" : "--user";
            throw new ParameterException(command.commandLine(), option + " needs " + missing);
        }
    }

    /** RFC 3414 section 11.2: a passphrase has at least eight characters. */
    private String required(@Nullable String passphrase, String option) {
        if (passphrase == null || passphrase.length() < 8) {
            throw new ParameterException(command.commandLine(), option + " needs a word of at least 8 characters");
        }
        return passphrase;
    }
}
