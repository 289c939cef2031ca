package id.ronda.dashboards.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditFilter;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the trail's page says: filters and page. What it does not know it does not filter by.
 *
 * @param from the first day, on the office's clock
 * @param to the last day
 * @param after the page behind this entry
 */
public record TrailQuery(
        @Nullable String actor,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable AuditAction action,
        @Nullable UUID changeSet,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after) {

    /** The page's path. */
    public static final String PATH = "/jejak";

    private static final String API = "/api/v1/audit-trail";
    private static final int LAST_YEAR = 9_999;

    /** Reads an address. */
    public static TrailQuery of(MultiMap query) {
        return new TrailQuery(
                filled(query, "actor", text -> text),
                filled(query, "objectType", text -> text),
                filled(query, "objectId", text -> text),
                filled(query, "action", AuditAction::ofCode),
                filled(query, "changeSet", UUID::fromString),
                filled(query, "from", TrailQuery::day),
                filled(query, "to", TrailQuery::day),
                filled(query, "after", text -> text.matches("[0-9]{1,18}") ? text : null));
    }

    /** What was done to one object. */
    public static TrailQuery ofObject(String type, String id) {
        return new TrailQuery(null, type, id, null, null, null, null, null);
    }

    /** What one actor did. */
    public static TrailQuery ofActor(String actor) {
        return new TrailQuery(actor, null, null, null, null, null, null, null);
    }

    /** What belongs to one act. */
    public static TrailQuery ofChangeSet(UUID changeSet) {
        return new TrailQuery(null, null, null, null, changeSet, null, null, null);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1970 || day.getYear() > LAST_YEAR - 1) {
            throw new DateTimeException("no day of a trail");
        }
        return day;
    }

    private static <T> @Nullable T filled(MultiMap query, String name, Function<String, @Nullable T> reader) {
        String text = query.get(name);
        try {
            return text == null || text.isBlank() ? null : reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return null;
        }
    }

    /** The same from the newest entry on. */
    public TrailQuery first() {
        return behind(null);
    }

    /** The page behind that entry. */
    public TrailQuery behind(@Nullable String entry) {
        return new TrailQuery(actor, objectType, objectId, action, changeSet, from, to, entry);
    }

    /** Whether it asks for all entries. */
    public boolean asksForAll() {
        return filter(ZoneId.of("UTC")).equals(AuditFilter.ALL);
    }

    /** The entries that it asks for; days begin and end on the office's clock. */
    public AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                actor, objectType, objectId, action, changeSet, begin(from, zone), begin(dayAfter(to), zone));
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The page's address. */
    public String address() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("from", from);
        values.put("to", to);
        values.put("after", after);
        return address(PATH, values);
    }

    /** Where the API gives all the same entries as a file of that form. */
    public String api(ZoneId zone, String form) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        AuditFilter filter = filter(zone);
        values.put("from", filter.from());
        values.put("to", filter.to());
        values.put("format", form);
        return address(API, values);
    }

    private String address(String path, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("actor", actor);
        values.put("objectType", objectType);
        values.put("objectId", objectId);
        values.put("action", action == null ? null : action.code());
        values.put("changeSet", changeSet);
        values.putAll(more);
        String query = values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value -> value.getKey() + "=" + URLEncoder.encode(String.valueOf(value.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
