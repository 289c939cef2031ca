package id.ronda.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.SnmpProbe;
import id.ronda.collector.SnmpProbe.UpsNames;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As what a device is asked on the command line: SNMP, a NUT server or a page of metrics. */
final class SourceOptions {

    private static final int SNMP_PORT = 161;
    private static final int NUT_PORT = 3493;
    private static final int PROMETHEUS_PORT = 9100;

    @Option(
            names = "--source",
            paramLabel = "S",
            description = "snmp (default), nut or prometheus",
            defaultValue = "snmp")
    private Source source = Source.SNMP;

    @Option(names = "--ups", paramLabel = "NAME", description = "UPS of the NUT server; needless where it has only one")
    private @Nullable String ups;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            description = "of the NUT user given by --user; or RONDA_PASSWORD")
    private @Nullable String password;

    @Option(names = "--path", paramLabel = "PATH", description = "of the page of metrics; default /metrics")
    private @Nullable String path;

    @Option(names = "--tls", description = "asks for the page of metrics by HTTPS")
    private boolean tls;

    @Option(
            names = "--token",
            paramLabel = "WORD",
            description = "bearer token for the page of metrics; or RONDA_TOKEN")
    private @Nullable String token;

    /** The sources by their words. */
    enum Source {
        SNMP(SNMP_PORT),
        NUT(NUT_PORT),
        PROMETHEUS(PROMETHEUS_PORT);

        private final int port;

        Source(int port) {
            this.port = port;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The device as the API describes one, or why nobody can tell which is meant. */
    sealed interface Described {
        /** This one. */
        record Device(ObjectNode form) implements Described {}

        /** The NUT server has several UPS, or none. */
        record Unclear(String reason) implements Described {}

        /** The NUT server did not say; {@code reason} begins with the failure's name. */
        record Unreachable(String address, String reason) implements Described {}
    }

    Described described(HostPort device, SnmpOptions snmp) {
        int port = device.portOr(source.port);
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("address", device.host())
                .put("port", port);
        var access = form.putObject(source.toString());
        return switch (source) {
            case SNMP -> {
                snmp.fields().forEach(access::put);
                yield new Described.Device(form);
            }
            case PROMETHEUS -> {
                access.put("path", path).put("tls", tls).put("token", token);
                yield new Described.Device(form);
            }
            case NUT -> {
                var user = snmp.fields().get("user");
                access.put("user", user).put("password", user == null ? null : password);
                yield ups == null ? theOnly(device.host(), port, form, access) : named(ups, form, access);
            }
        };
    }

    private static Described theOnly(String host, int port, ObjectNode form, ObjectNode access) {
        return switch (SnmpProbe.upsNames(host, port)) {
            case UpsNames.Failed failed -> new Described.Unreachable(host + ":" + port, failed.reason());
            case UpsNames.Told told ->
                told.names().size() == 1 ? named(told.names().getFirst(), form, access) : several(told.names());
        };
    }

    private static Described named(String name, ObjectNode form, ObjectNode access) {
        access.put("ups", name);
        return new Described.Device(form);
    }

    private static Described several(List<String> names) {
        return new Described.Unclear(
                names.isEmpty() ? "the server has no UPS" : "say by --ups which is meant: " + String.join(", ", names));
    }
}
