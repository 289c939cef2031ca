package id.ronda.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a device lets itself be asked: the SNMP options of the command line. */
final class SnmpOptions {

    @Option(
            names = "--version",
            paramLabel = "1|2c|3",
            description = "SNMP version: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}",
            defaultValue = "2c")
    private SnmpVersion version = SnmpVersion.V2C;

    @Option(names = "--community", paramLabel = "C", description = "community of v1 and v2c; or RONDA_COMMUNITY")
    private @Nullable String community;

    @Option(names = "--user", paramLabel = "NAME", description = "user of v3")
    private @Nullable String user;

    @Option(names = "--context", paramLabel = "NAME", description = "context name of v3; default empty")
    private @Nullable String context;

    @Option(names = "--auth-protocol", paramLabel = "P", description = "one of ${COMPLETION-CANDIDATES}")
    private @Nullable AuthProtocol authProtocol;

    @Option(names = "--auth-passphrase", paramLabel = "WORD", description = "or RONDA_AUTH_PASSPHRASE")
    private @Nullable String authPassphrase;

    @Option(
            names = "--priv-protocol",
            paramLabel = "P",
            description = "one of ${COMPLETION-CANDIDATES} (-C: the key extension of Cisco)")
    private @Nullable PrivProtocol privProtocol;

    @Option(names = "--priv-passphrase", paramLabel = "WORD", description = "or RONDA_PRIV_PASSPHRASE")
    private @Nullable String privPassphrase;

    /**
     * What was given, under the names of the {@code snmp} object of the API, which the collector checks in one place for all.
     * A community or passphrase is left out where the version has no use for it, since it may come from the environment, and one
     * environment serves devices of every version.
     */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", version.toString());
        if (version != SnmpVersion.V3) {
            put(fields, "community", community);
        }
        put(fields, "user", user);
        put(fields, "context", context);
        put(fields, "authProtocol", authProtocol);
        put(fields, "privProtocol", privProtocol);
        if (version == SnmpVersion.V3) {
            put(fields, "authPassphrase", authPassphrase);
            put(fields, "privPassphrase", privPassphrase);
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
