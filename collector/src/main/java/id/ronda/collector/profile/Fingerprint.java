package id.ronda.collector.profile;

import java.util.Map;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * What a device is recognised by.
 *
 * @param sysObjectId dotted, {@code ""} if the device has none; need not be a valid OID
 * @param sysDescr {@code ""} if the device has none
 * @param answers the probed objects that it has
 */
public record Fingerprint(String sysObjectId, String sysDescr, Map<OID, Variable> answers) {

    public Fingerprint {
        sysObjectId = sysObjectId.startsWith(".") ? sysObjectId.substring(1) : sysObjectId;
        answers = Map.copyOf(answers);
    }
}
