package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.ronda.collector.DeviceClass;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/**
 * Tells the class of a device more exactly than its profile does; everything that is written must hold.
 *
 * @param probe an object that must be answered, with one of the values {@code is} if there are any
 */
public record ClassRule(
        @JsonProperty("class") String deviceClass,
        @Nullable Pattern model,
        @Nullable Pattern sysDescr,
        @Nullable Pattern sysObjectId,
        @Nullable String probe,
        Set<String> is) {

    public ClassRule {
        is = Absent.set(is);
    }

    /** The class that the rule gives. */
    public DeviceClass toClass() {
        return DeviceClass.ofCode(deviceClass).orElse(DeviceClass.UNKNOWN);
    }

    /** Whether the rule holds for a device of that model ({@code ""} if unknown). */
    public boolean holds(Fingerprint device, String modelText) {
        return (model == null || model.matcher(modelText).find())
                && (sysDescr == null || sysDescr.matcher(device.sysDescr()).find())
                && (sysObjectId == null
                        || sysObjectId.matcher(device.sysObjectId()).find())
                && (probe == null || probeHolds(device, OidPattern.scalar(probe)));
    }

    private boolean probeHolds(Fingerprint device, OID oid) {
        var answer = device.answers().get(oid);
        return answer != null && (is.isEmpty() || is.contains(answer.toString()));
    }
}
