package id.ronda.collector.discovery;

import id.ronda.collector.profile.OidPattern;
import id.ronda.collector.source.SourceNames;
import java.util.Map;
import org.snmp4j.smi.OID;

/** Columns as profiles write them: in full, or their number in the table at hand. */
final class Columns {
    private Columns() {}

    static OID oid(OID entry, String column, Map<String, String> parameters) {
        OID written = new OidPattern(column).bind(parameters);
        boolean whole =
                SourceNames.isName(column) || (written.size() > 2 && written.get(0) == 1 && written.get(1) == 3);
        return whole ? written : new OID(entry.getValue(), written.getValue());
    }
}
