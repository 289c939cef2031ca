package id.ronda.dashboards.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStatus;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the address of the list says: filters, order and page. What it does not know it does not filter by. */
record ListQuery(
        DeviceFilter filter,
        DeviceOrder order,
        boolean descending,
        @Nullable DevicePosition at) {

    static final String PATH = "/perangkat";
    static final int LIMIT = 100;

    /** Every device, those that need somebody first. */
    static final ListQuery ALL = new ListQuery(DeviceFilter.ALL, DeviceOrder.STATE, false, null);

    static ListQuery of(MultiMap query) {
        return new ListQuery(
                new DeviceFilter(
                        Objects.requireNonNullElse(query.get("q"), ""),
                        status(query.get("status")),
                        DeviceClass.ofCode(Objects.requireNonNullElse(query.get("class"), ""))
                                .orElse(null),
                        filled(query.get("unit")),
                        filled(query.get("location")),
                        filled(query.get("tag"))),
                DeviceOrder.ofCode(query.get("sort")).orElse(DeviceOrder.STATE),
                "desc".equals(query.get("dir")),
                DevicePosition.parse(query.get("at")).orElse(null));
    }

    DeviceSearch search() {
        return new DeviceSearch(filter, order, descending, at, LIMIT);
    }

    /** From the first page, with only that state; of all states if null. */
    ListQuery only(@Nullable DeviceStatus status) {
        return new ListQuery(filter.withStatus(status), order, descending, null);
    }

    /** From the first page, in that order; turned round if it is in that order. */
    ListQuery by(DeviceOrder other) {
        return new ListQuery(filter, other, other == order && !descending, null);
    }

    /** Another page. */
    ListQuery from(@Nullable DevicePosition position) {
        return new ListQuery(filter, order, descending, position);
    }

    /** Only devices of that place. */
    ListQuery in(@Nullable String unit, @Nullable String location) {
        return new ListQuery(
                new DeviceFilter(filter.words(), filter.status(), filter.deviceClass(), unit, location, filter.tag()),
                order,
                descending,
                null);
    }

    /** Only devices with that tag. */
    ListQuery tagged(@Nullable String tag) {
        return new ListQuery(
                new DeviceFilter(
                        filter.words(), filter.status(), filter.deviceClass(), filter.unit(), filter.location(), tag),
                order,
                descending,
                null);
    }

    /** Whether the counts of all devices are those of this list. */
    boolean countsAll() {
        return filter.withStatus(null).equals(DeviceFilter.ALL);
    }

    String address() {
        String query = parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** What stands in the address, by name; what is as usual does not. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", filter.words());
        put(
                parameters,
                "status",
                filter.status() == null ? null : filter.status().code());
        put(
                parameters,
                "class",
                filter.deviceClass() == null ? null : filter.deviceClass().code());
        put(parameters, "unit", filter.unit());
        put(parameters, "location", filter.location());
        put(parameters, "tag", filter.tag());
        put(parameters, "sort", order == DeviceOrder.STATE ? null : order.code());
        put(parameters, "dir", descending ? "desc" : null);
        put(parameters, "at", at == null ? null : at.text());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable DeviceStatus status(@Nullable String code) {
        return Arrays.stream(DeviceStatus.values())
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
