package id.ronda.collector.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.LatestValues.SeriesKey;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code collector.reading}. */
final class ReadingRows {

    private static final TypeReference<Map<Integer, String>> STATES = new TypeReference<>() {};

    private ReadingRows() {}

    /**
     * One row a reading; what its numbers mean stands in the object that is polled. A reading that is not polled has no
     * series, so the value of the look is all there is.
     *
     * @param now when the look saw the values
     */
    static ArrayNode write(Inventory inventory, Instant now) {
        Map<SeriesKey, PolledObject> polled = new HashMap<>();
        inventory.objects().forEach(object -> polled.put(new SeriesKey(object.metric(), object.instance()), object));
        ArrayNode rows = Json.mapper().createArrayNode();
        for (Reading reading : inventory.readings()) {
            PolledObject object = polled.get(new SeriesKey(reading.metric(), reading.instance()));
            ObjectNode row = row(reading, object == null ? null : object.states());
            if (object == null && reading.value() != null) {
                row.put("last_value", reading.value()).put("last_time", now.toString());
            }
            rows.add(row);
        }
        return rows;
    }

    private static ObjectNode row(Reading reading, @Nullable StateMap states) {
        ObjectNode row = Json.mapper()
                .createObjectNode()
                .put("metric", reading.metric())
                .put("instance", reading.instance())
                .put("name", reading.name())
                .put("oid", reading.oid())
                .put("unit", reading.unit());
        if (states != null) {
            ObjectNode meanings = row.putObject("states");
            states.meanings()
                    .forEach((number, meaning) ->
                            meanings.put(number.toString(), meaning.state().code()));
        }
        if (reading.limits() != null) {
            row.set("limits", Json.mapper().valueToTree(reading.limits()));
        }
        return row;
    }

    static KnownReading read(ResultSet row) throws SQLException {
        return new KnownReading(
                row.getString("metric"),
                row.getString("instance"),
                row.getString("name"),
                row.getString("oid"),
                row.getString("unit"),
                states(row.getString("states")),
                limits(row.getString("limits")),
                last(row));
    }

    private static @Nullable Limits limits(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, Limits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("collector.reading.limits was written by something else: " + json, e);
        }
    }

    private static @Nullable Latest last(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("last_time", OffsetDateTime.class);
        return time == null ? null : new Latest(row.getDouble("last_value"), time.toInstant());
    }

    private static Map<Integer, ReadingState> states(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            Map<Integer, ReadingState> states = new HashMap<>();
            Json.mapper()
                    .readValue(json, STATES)
                    .forEach((number, code) -> states.put(number, ReadingState.valueOf(code.toUpperCase(Locale.ROOT))));
            return states;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("collector.reading.states was written by something else: " + json, e);
        }
    }
}
