package id.ronda.collector.device;

import id.ronda.kernel.list.ListField;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListSql;
import java.util.Map;

/** By what the list of devices is filtered and sorted. */
public final class DeviceList {

    /** What a request may ask. */
    public static final ListGrammar GRAMMAR = ListGrammar.of(
            ListField.words("q"),
            ListField.text("name"),
            ListField.text("address"),
            ListField.code("status"),
            ListField.code("class"),
            ListField.text("vendor").orNone(),
            ListField.text("model").orNone(),
            ListField.text("serial").orNone(),
            ListField.text("unit").orNone(),
            ListField.id("unitId").orNone(),
            ListField.code("classification"),
            ListField.text("location").orNone(),
            ListField.text("parent").orNone(),
            ListField.labels("tag"),
            ListField.flag("enabled"),
            ListField.time("lastAnswerAt").orNone());

    /** The same of a row {@code d} of {@code collector.device}; name, class, vendor and model have the expressions of the indexes of V9. */
    static final ListSql SQL = ListSql.of(
            GRAMMAR,
            Map.ofEntries(
                    Map.entry(ListGrammar.ID, "d.id"),
                    Map.entry("q", "d.written"),
                    Map.entry("name", "(d.sort_name collate \"C\")"),
                    Map.entry("address", ListSql.text("d.address")),
                    Map.entry("status", ListSql.code("d.status")),
                    Map.entry("class", "(coalesce(d.class, 'unknown') collate \"C\")"),
                    Map.entry("vendor", ListSql.text("d.vendor")),
                    Map.entry("model", ListSql.text("d.model")),
                    Map.entry("serial", ListSql.text("d.serial")),
                    Map.entry("unit", ListSql.text("d.unit")),
                    Map.entry("unitId", ListSql.id("d.unit_id")),
                    Map.entry("classification", ListSql.code("d.classification")),
                    Map.entry("location", ListSql.text("d.location")),
                    Map.entry("parent", ListSql.text("d.parent")),
                    Map.entry("tag", "d.tags"),
                    Map.entry("enabled", ListSql.flag("d.enabled")),
                    Map.entry("lastAnswerAt", ListSql.time("d.last_answer_at"))));

    private DeviceList() {}
}
