package id.ronda.collector.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.device.LatestValues.SeriesKey;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code collector.reading}. */
final class ReadingRows {

    private static final TypeReference<Map<Integer, String>> STATES = new TypeReference<>() {};

    private ReadingRows() {}

    /** One row a reading; what its numbers mean stands in the object that is polled. */
    static ArrayNode write(Inventory inventory) {
        Map<SeriesKey, StateMap> states = new HashMap<>();
        for (PolledObject object : inventory.objects()) {
            if (object.states() != null) {
                states.put(new SeriesKey(object.metric(), object.instance()), object.states());
            }
        }
        ArrayNode rows = Json.mapper().createArrayNode();
        for (Reading reading : inventory.readings()) {
            rows.add(row(reading, states.get(new SeriesKey(reading.metric(), reading.instance()))));
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
        return row;
    }

    static KnownReading read(ResultSet row) throws SQLException {
        return new KnownReading(
                row.getString("metric"),
                row.getString("instance"),
                row.getString("name"),
                row.getString("oid"),
                row.getString("unit"),
                states(row.getString("states")));
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
