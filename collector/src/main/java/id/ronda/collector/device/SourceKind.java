package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.kernel.http.JsonFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As what a device can be asked: the name of its object in a form, and its usual port. */
enum SourceKind {
    SNMP(DeviceDraft.DEFAULT_PORT),
    NUT(3493),
    PROMETHEUS(9100);

    private final int port;

    SourceKind(int port) {
        this.port = port;
    }

    /** The name of the object that says how it is asked, and the word of the API and of files. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    static Optional<SourceKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    static SourceKind of(SnmpCredential credential) {
        return switch (credential) {
            case NutAccess ignored -> NUT;
            case ScrapeAccess ignored -> PROMETHEUS;
            default -> SNMP;
        };
    }

    /** The kind of which the form has the object; that of SNMP if it has none or several. */
    static SourceKind of(ObjectNode form) {
        var told =
                Arrays.stream(values()).filter(k -> form.hasNonNull(k.code())).toList();
        return told.size() == 1 ? told.getFirst() : SNMP;
    }

    /** The credential of its object, or null when something was refused. */
    @Nullable
    SnmpCredential parse(JsonFields object) {
        return switch (this) {
            case SNMP -> SnmpForm.parse(object);
            case NUT -> TextSourceForm.nut(object);
            case PROMETHEUS -> TextSourceForm.prometheus(object);
        };
    }

    /** The object that {@link #parse} would make the same of. It holds the secrets: for merging only. */
    static ObjectNode write(SnmpCredential credential) {
        return switch (credential) {
            case NutAccess nut -> TextSourceForm.write(nut);
            case ScrapeAccess page -> TextSourceForm.write(page);
            default -> SnmpForm.write(credential);
        };
    }
}
