package id.ronda.collector.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * One way to recognise a device; everything that is written must hold.
 *
 * @param sysObjectId the device's sysObjectID or, unless {@code exact}, what it begins with
 * @param sysDescr a pattern to be found in sysDescr
 * @param probe objects of which every one must be answered
 * @param generic only where nothing else holds: the device is told by the MIB it speaks, not by its maker
 */
public record MatchRule(
        @Nullable String sysObjectId,
        boolean exact,
        @Nullable Pattern sysDescr,
        List<String> probe,
        boolean generic) {
    private static final int RANK = 10_000;
    private static final int LENGTH = 10;

    public MatchRule {
        probe = Absent.list(probe);
    }

    List<OID> probes() {
        return probe.stream().map(OidPattern::scalar).toList();
    }

    boolean holds(Fingerprint device) {
        return (sysObjectId == null || objectIdHolds(sysObjectId, device.sysObjectId()))
                && (sysDescr == null || sysDescr.matcher(device.sysDescr()).find())
                && device.answers().keySet().containsAll(probes());
    }

    private boolean objectIdHolds(String wanted, String told) {
        return told.equals(wanted) || (!exact && told.startsWith(wanted + "."));
    }

    /** Exact sysObjectID, then the longest prefix, then sysDescr, then a probe; more conditions break a tie. */
    int rank() {
        int ties = (sysDescr == null ? 0 : 5) + Math.min(probe.size(), 4);
        if (generic) {
            return ties;
        }
        if (sysObjectId == null) {
            return (sysDescr == null ? 1 : 2) * RANK + ties;
        }
        int length = (int) sysObjectId.chars().filter(c -> c == '.').count();
        return (exact ? 4 : 3) * RANK + length * LENGTH + ties;
    }
}
