package id.ronda.collector.discovery;

import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.profile.Condition;
import id.ronda.collector.profile.Fingerprint;
import id.ronda.collector.profile.IdentitySource;
import id.ronda.collector.profile.Measurement;
import id.ronda.collector.profile.Profile;
import id.ronda.collector.reading.DisplayText;
import id.ronda.collector.source.SourceNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** Finds the words about a device where its profile says they stand. */
final class IdentityReader {
    private final Look look;
    private final Profile profile;
    private final Fingerprint device;
    private final Map<String, String> parameters;

    IdentityReader(Look look, Profile profile, Fingerprint device) {
        this.look = look;
        this.profile = profile;
        this.device = device;
        parameters = profile.bindings(device);
    }

    DeviceIdentity read(SystemGroup system) {
        var words = profile.identity();
        String model = first(words.model());
        String vendor = first(words.vendor());
        return new DeviceIdentity(
                profile.name(),
                profile.classOf(device, Objects.requireNonNullElse(model, "")),
                vendor == null ? profile.vendor() : vendor,
                model,
                first(words.version()),
                first(words.serial()),
                system.sysObjectId(),
                system.sysName(),
                system.sysDescr(),
                uptime(words.uptime(), system));
    }

    private @Nullable Double uptime(@Nullable Measurement better, SystemGroup system) {
        if (better == null || better.oid() == null) {
            return system.uptimeSeconds();
        }
        OID oid = better.oid().bindScalar(parameters);
        var value = look.get(List.of(oid)).get(oid);
        double seconds = value == null ? Double.NaN : better.decoder().decode(value);
        return Double.isNaN(seconds) ? system.uptimeSeconds() : Double.valueOf(seconds);
    }

    private @Nullable String first(List<IdentitySource> sources) {
        return sources.stream()
                .map(this::word)
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private String word(IdentitySource source) {
        if (source.oid() != null) {
            OID oid = source.oid().bindScalar(parameters);
            var value = look.get(List.of(oid)).get(oid);
            return value == null ? "" : source.in(DisplayText.of(value));
        }
        return source.column() == null
                ? source.in(device)
                : inColumn(source, source.column().bind(parameters));
    }

    private String inColumn(IdentitySource source, OID column) {
        return look.column(column).entrySet().stream()
                .filter(cell -> holds(source.when(), column, cell.getKey()))
                .map(cell -> source.in(said(source, cell)))
                .filter(word -> !word.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String said(IdentitySource source, Map.Entry<OID, Variable> cell) {
        return source.label() == null
                ? DisplayText.of(cell.getValue())
                : SourceNames.labels(cell.getKey()).getOrDefault(source.label(), "");
    }

    private boolean holds(@Nullable Condition condition, OID column, OID index) {
        OID entry = new OID(column.getValue(), 0, column.size() - 1);
        return condition == null
                || condition.holds(new Row(look, entry, index, 1, parameters).text(condition.column()));
    }
}
