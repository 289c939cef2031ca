package id.ronda.collector.device;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.Reach;
import id.ronda.collector.reach.ReachClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a reach and a filter ask of a row {@code d} of {@code collector.device}; what was typed is bound, never written into the statement. */
final class DeviceConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    static DeviceConditions of(Reach reach, DeviceFilter filter) {
        DeviceConditions all = new DeviceConditions();
        all.addReach(reach);
        if (filter.status() != null) {
            all.add("d.status = :status", Map.of("status", filter.status().code()));
        }
        if (filter.deviceClass() != null) {
            all.addClass(filter.deviceClass());
        }
        if (filter.unit() != null) {
            all.add("d.unit = :unit", Map.of("unit", filter.unit()));
        }
        if (filter.location() != null) {
            all.add("d.location = :location", Map.of("location", filter.location()));
        }
        if (filter.tag() != null) {
            all.add("d.tags @> array[cast(:tag as text)]", Map.of("tag", filter.tag()));
        }
        List<String> words = filter.eachWord();
        for (int i = 0; i < words.size(); i++) {
            all.add("d.written like :word" + i, Map.of("word" + i, "%" + literal(words.get(i)) + "%"));
        }
        return all;
    }

    /** One condition more, with the values of its names. */
    void add(String condition, Map<String, ?> named) {
        conditions.add(condition);
        values.putAll(named);
    }

    /** The clause, empty if there is no condition. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What is bound to the names in {@link #where}. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private void addReach(Reach reach) {
        if (!reach.isEverything()) {
            ReachClause reached = ReachClause.of(reach);
            add(reached.sql(), reached.values());
        }
    }

    private void addClass(DeviceClass wanted) {
        add("(coalesce(d.class, 'unknown') collate \"C\") = :class", Map.of("class", wanted.code()));
    }

    /** A word stands for itself: {@code _} and {@code %} are not wild. */
    private static String literal(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
