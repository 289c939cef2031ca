package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.snmp4j.smi.OID;

/** An OID as written in a profile; may hold parameters such as <code>${controller}</code> that the device's fingerprint fills. */
public record OidPattern(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OidPattern {}

    /** The OID with every parameter filled in. */
    public OID bind(Map<String, String> parameters) {
        String bound = text;
        for (var parameter : parameters.entrySet()) {
            bound = bound.replace("${" + parameter.getKey() + "}", parameter.getValue());
        }
        return new OID(bound);
    }
}
