package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.ronda.collector.source.SourceNames;
import java.util.Map;
import org.snmp4j.smi.OID;

/** An OID or a name of a text source as written in a profile; may hold parameters such as <code>${controller}</code> that the device's fingerprint fills. */
public record OidPattern(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OidPattern {}

    /** The object or column with every parameter filled in; of a text source's name the column. */
    public OID bind(Map<String, String> parameters) {
        if (SourceNames.isName(text)) {
            return SourceNames.column(text);
        }
        String bound = text;
        for (var parameter : parameters.entrySet()) {
            bound = bound.replace("${" + parameter.getKey() + "}", parameter.getValue());
        }
        return new OID(bound);
    }

    /** The object with every parameter filled in; of a text source's name the scalar. */
    public OID bindScalar(Map<String, String> parameters) {
        return SourceNames.isName(text) ? SourceNames.scalar(text) : bind(parameters);
    }

    /** The object of a text without parameters. */
    static OID scalar(String text) {
        return new OidPattern(text).bindScalar(Map.of());
    }
}
