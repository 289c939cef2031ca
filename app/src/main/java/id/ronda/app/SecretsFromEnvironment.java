package id.ronda.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes secrets that were not given as options from the environment: the arguments of a process can be read by every user
 * of its machine, its environment only by its own.
 */
record SecretsFromEnvironment(Map<String, String> environment) implements IDefaultValueProvider {

    private static final Map<String, String> VARIABLES = Map.of(
            "--community", "RONDA_COMMUNITY",
            "--auth-passphrase", "RONDA_AUTH_PASSPHRASE",
            "--priv-passphrase", "RONDA_PRIV_PASSPHRASE",
            "--password", "RONDA_PASSWORD",
            "--token", "RONDA_TOKEN");

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? environment.get(variableOf(option)) : null;
    }

    private static String variableOf(OptionSpec option) {
        return VARIABLES.getOrDefault(option.longestName(), "");
    }
}
