package id.ronda.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve} and {@code demo} can be told. What is not given here may stand in the file or the environment. */
final class ServerOptions {

    private static final int LARGEST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "folder of all that is kept")
    private @Nullable Path data;

    @Option(names = "--listen", paramLabel = "ADDR", description = "address to listen on; default 127.0.0.1")
    private @Nullable String listen;

    private @Nullable Integer port;

    @Option(names = "--database-url", paramLabel = "JDBC_URL", description = "PostgreSQL; default an embedded one")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-owner-url",
            paramLabel = "JDBC_URL",
            description = "the same as its owner, for migrations")
    private @Nullable String databaseOwnerUrl;

    @Option(names = "--devices", paramLabel = "FILE.csv", description = "list of devices, watched for changes")
    private @Nullable Path devices;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "takes an administrator's API token at the start, mode 0600")
    private @Nullable Path tokenFile;

    @Option(names = "--port", paramLabel = "N", description = "port to listen on; default 8080; 0: a free one, printed")
    void port(int number) {
        if (number < 0 || number > LARGEST_PORT) {
            throw new ParameterException(
                    command.commandLine(), "--port " + number + " is not between 0 and " + LARGEST_PORT);
        }
        port = number;
    }

    /** What was given, under its name in the configuration: the option's name without its dashes. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        put(settings, "data", data);
        put(settings, "listen", listen);
        put(settings, "port", port);
        put(settings, "database-url", databaseUrl);
        put(settings, "database-owner-url", databaseOwnerUrl);
        put(settings, "devices", devices);
        put(settings, "token-file", tokenFile);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
