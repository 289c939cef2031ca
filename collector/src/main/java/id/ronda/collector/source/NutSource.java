package id.ronda.collector.source;

import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.SnmpFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One UPS of a NUT server: LIST VAR (RFC 9271, 4.2.7). */
final class NutSource implements Source {
    private final InetSocketAddress address;
    private final NutAccess access;
    private final SourceLimits limits;

    NutSource(InetSocketAddress address, NutAccess access, SourceLimits limits) {
        this.address = address;
        this.access = access;
        this.limits = limits;
    }

    @Override
    public String kind() {
        return "nut";
    }

    @Override
    public SourceTree ask(long deadlineNanos) throws SourceFailed, IOException {
        try (var server = NutConnection.open(address, deadlineNanos, limits)) {
            login(server);
            return NutTree.of(access.ups(), variables(server));
        }
    }

    private void login(NutConnection server) throws SourceFailed, IOException {
        var user = access.user();
        var password = access.password();
        if (user != null && password != null) {
            server.command("USERNAME", user);
            server.command("PASSWORD", password.reveal());
        }
    }

    private Map<String, String> variables(NutConnection server) throws SourceFailed, IOException {
        var variables = new LinkedHashMap<String, String>();
        for (List<String> words : server.list("VAR", access.ups())) {
            if (words.size() != 4 || !words.getFirst().equals("VAR") || !isName(words.get(2))) {
                throw new SourceFailed(SnmpFailure.MALFORMED, "a line of LIST VAR that is no variable");
            }
            variables.putIfAbsent(words.get(2), words.get(3));
        }
        return variables;
    }

    private static boolean isName(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,255}");
    }
}
