package id.ronda.dashboards.trail;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.AuditEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The fields of entries in words: names of columns, times on the office's clock, and what is kept secret as such. */
final class TrailValues {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");

    /** How the trail writes a secret. */
    private static final String SECRET = "changed";

    private static final Set<String> SECRETS = Set.of(
            "password_hash",
            "hash",
            "secret",
            "community",
            "auth_passphrase",
            "priv_passphrase",
            "access_secret",
            "snmp_identity");

    private final PageText text;

    TrailValues(PageText text) {
        this.text = text;
    }

    /** Every field that the entry tells, in the order of their names. */
    List<Difference> of(AuditEntry entry) {
        Set<String> fields = new TreeSet<>();
        collect(fields, entry.before());
        collect(fields, entry.after());
        boolean both = entry.before() != null && entry.after() != null;
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String before = value(field, entry.before(), both);
            String after = value(field, entry.after(), both);
            boolean secret = both && isSecret(field, entry.after());
            differences.add(
                    secret
                            ? new Difference(name(field), null, text.say("trail.value.secret-changed"))
                            : new Difference(name(field), before, after));
        }
        return differences;
    }

    private static void collect(Set<String> fields, @Nullable JsonNode values) {
        if (values != null) {
            values.fieldNames().forEachRemaining(fields::add);
        }
    }

    private String name(String field) {
        return text.find("trail.field." + field).orElseGet(() -> field.replace('_', ' '));
    }

    /** A field of an edited row that is not there was null. */
    private @Nullable String value(String field, @Nullable JsonNode values, boolean edited) {
        JsonNode value = values == null ? null : values.get(field);
        if (value == null) {
            return edited ? text.say("trail.value.none") : null;
        }
        return isSecret(field, values) ? text.say("trail.value.secret") : text(value);
    }

    private static boolean isSecret(String field, @Nullable JsonNode values) {
        return values != null
                && SECRETS.contains(field)
                && values.path(field).asText().equals(SECRET);
    }

    private String text(JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
            return text.say("trail.value.none");
        }
        if (value.isBoolean()) {
            return text.say(value.booleanValue() ? "trail.value.yes" : "trail.value.no");
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining(", "));
        }
        return value.isTextual() && TIME.matcher(value.asText()).matches() ? time(value.asText()) : plain(value);
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private String time(String written) {
        try {
            Instant time = OffsetDateTime.parse(written).toInstant();
            return text.absolute(time);
        } catch (DateTimeException noTime) {
            return written;
        }
    }
}
