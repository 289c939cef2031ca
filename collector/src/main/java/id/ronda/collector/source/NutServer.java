package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A NUT server as a whole: which UPS it has (LIST UPS of RFC 9271, 4.2.7). */
public final class NutServer {
    private NutServer() {}

    /** What it said. */
    public sealed interface Names {
        /** The names of its UPS. */
        record Told(List<String> names) implements Names {}

        /** Nothing of use. */
        record Failed(SnmpFailure failure, String detail) implements Names {}
    }

    /** Asks it. Blocks, 5 s at most. */
    public static Names names(InetSocketAddress address) {
        var limits = SourceLimits.DEFAULT;
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        try (var server = NutConnection.open(address, deadline, limits)) {
            return new Names.Told(names(server.list("UPS")));
        } catch (SourceFailed e) {
            return new Names.Failed(e.failure(), e.detail());
        } catch (IOException e) {
            return new Names.Failed(Asker.failure(e), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> names(List<List<String>> rows) throws SourceFailed {
        var names = new ArrayList<String>();
        for (List<String> row : rows) {
            if (row.size() < 2 || !row.getFirst().equals("UPS")) {
                throw new SourceFailed(SnmpFailure.MALFORMED, "a line of LIST UPS that is no UPS");
            }
            names.add(row.get(1));
        }
        return List.copyOf(names);
    }
}
