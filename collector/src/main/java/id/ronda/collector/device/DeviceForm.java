package id.ronda.collector.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.identity.Classification;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a script says about a device, as JSON: judged completely and without asking anybody. A CSV row
 * ({@link DeviceCsv}) is made into the same object and judged here too. {@code null} means the same as absent.
 */
public final class DeviceForm {

    private static final String ADDRESS = "address";
    private static final String SNMP = "snmp";
    private static final String VERSION = "version";
    private static final Wording CLASSIFICATION =
            new Wording("must be publik, terbatas or rahasia", "harus publik, terbatas atau rahasia");
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TEXT = 255;
    private static final int HIGHEST_PORT = 65_535;

    private DeviceForm() {}

    /** Judges a new device. */
    public static JsonBody<DeviceDraft> parse(ObjectNode form) {
        return JsonFields.read(form, DeviceForm::reader);
    }

    /** Judges a known device with a merge patch (RFC 7396) laid over it. Another SNMP version or source starts from nothing. */
    public static JsonBody<DeviceDraft> parse(DeviceDraft known, ObjectNode patch) {
        ObjectNode whole = write(known);
        if (patch.get(SNMP) instanceof ObjectNode snmp && changesVersion(whole.path(SNMP), snmp)) {
            whole.remove(SNMP);
        }
        SourceKind kind = SourceKind.of(patch);
        if (patch.hasNonNull(kind.code()) && kind != SourceKind.of(whole)) {
            whole.remove(SourceKind.of(whole).code());
        }
        return parse(merge(whole, patch));
    }

    private static boolean changesVersion(JsonNode known, ObjectNode patch) {
        return patch.hasNonNull(VERSION) && !patch.get(VERSION).equals(known.get(VERSION));
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner
                    && target.get(field.getKey()) instanceof ObjectNode below) {
                merge(below, inner);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
        return target;
    }

    private static JsonFields.Builder<DeviceDraft> reader(JsonFields fields) {
        refuseLater(fields);
        @Nullable String address = address(fields);
        SourceKind kind = kind(fields);
        int port = fields.integerOr("port", 1, HIGHEST_PORT, kind.port());
        @Nullable Duration interval = fields.optionalParsed("interval", PollInterval::parse, PollInterval.REASONS);
        @Nullable SnmpCredential credential = credential(fields, kind);
        @Nullable String name = label(fields, "name");
        boolean enabled = fields.booleanOr("enabled", true);
        @Nullable String unit = label(fields, "unit");
        @Nullable
        Classification classification = fields.optionalParsed("classification", Classification::ofCode, CLASSIFICATION);
        @Nullable String location = label(fields, "location");
        @Nullable String parent = label(fields, "parent");
        List<String> tags = tags(fields);
        return () -> new DeviceDraft(
                Objects.requireNonNull(address),
                port,
                name,
                interval == null ? PollInterval.DEFAULT : interval,
                Objects.requireNonNull(credential),
                enabled,
                unit,
                classification == null ? DeviceDraft.DEFAULT_CLASSIFICATION : classification,
                location,
                parent,
                tags);
    }

    // Taken and forgotten they would look as if they worked.
    private static void refuseLater(JsonFields fields) {
        if (fields.has("checks")) {
            fields.refuse(
                    "checks",
                    "reachability checks come in a later version; give snmp instead",
                    "pemeriksaan keterjangkauan menyusul; isilah snmp");
        }
        if (fields.has("credential")) {
            fields.refuse(
                    "credential",
                    "named credentials come in a later version; give snmp instead",
                    "kredensial bernama menyusul; isilah snmp");
        }
    }

    private static @Nullable String address(JsonFields fields) {
        if (!fields.has(ADDRESS)) {
            fields.refuse(ADDRESS, JsonFields.REQUIRED);
        }
        String text = fields.optionalText(ADDRESS);
        return text == null || fields.isRefused(ADDRESS)
                ? null
                : switch (DeviceAddress.parse(text)) {
                    case DeviceAddress.Accepted accepted -> accepted.text();
                    case DeviceAddress.Refused refused -> {
                        fields.refuse(ADDRESS, refused.reasons());
                        yield null;
                    }
                };
    }

    /** Exactly one of the objects that say how it is asked. */
    private static SourceKind kind(JsonFields fields) {
        List<SourceKind> told = Arrays.stream(SourceKind.values())
                .filter(kind -> fields.has(kind.code()))
                .toList();
        if (told.isEmpty()) {
            fields.refuse(SNMP, "is required, or nut, or prometheus", "wajib diisi, atau nut, atau prometheus");
        }
        told.stream()
                .skip(1)
                .forEach(kind -> fields.refuse(
                        kind.code(), "a device is asked in one way only", "perangkat ditanya dengan satu cara saja"));
        return told.isEmpty() ? SourceKind.SNMP : told.getFirst();
    }

    private static @Nullable SnmpCredential credential(JsonFields fields, SourceKind kind) {
        JsonFields object = fields.object(kind.code());
        return object == null ? null : kind.parse(object);
    }

    /** A short text for people, without surrounding blanks; null where there is none. */
    private static @Nullable String label(JsonFields fields, String field) {
        String text = fields.textOr(field, "").strip();
        if (isOdd(text)) {
            fields.refuse(
                    field,
                    "must be at most " + LONGEST_TEXT + " characters without control characters",
                    "paling banyak " + LONGEST_TEXT + " karakter tanpa karakter kendali");
        }
        return text.isEmpty() ? null : text;
    }

    private static List<String> tags(JsonFields fields) {
        List<String> tags =
                fields.texts("tags").stream().map(String::strip).distinct().toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.isEmpty() || isOdd(tag))) {
            fields.refuse(
                    "tags",
                    "must be at most " + MOST_TAGS + " texts of 1 to " + LONGEST_TEXT + " characters",
                    "paling banyak " + MOST_TAGS + " teks dengan 1 sampai " + LONGEST_TEXT + " karakter");
        }
        return tags;
    }

    private static boolean isOdd(String text) {
        return text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl);
    }

    /** The form that {@link #parse} would make the same draft of. It holds the secrets: for merging only, never to be shown. */
    static ObjectNode write(DeviceDraft draft) {
        ObjectNode form = JsonNodeFactory.instance
                .objectNode()
                .put("address", draft.address())
                .put("port", draft.port())
                .put("name", draft.name())
                .put("interval", PollInterval.text(draft.interval()))
                .put("enabled", draft.enabled())
                .put("unit", draft.unit())
                .put("classification", draft.classification().code())
                .put("location", draft.location())
                .put("parent", draft.parent());
        draft.tags().forEach(form.withArray("tags")::add);
        form.set(SourceKind.of(draft.credential()).code(), SourceKind.write(draft.credential()));
        return form;
    }
}
