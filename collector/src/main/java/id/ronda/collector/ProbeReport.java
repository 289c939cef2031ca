package id.ronda.collector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.ronda.collector.discovery.Inventory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ronda probe} says about one device: the JSON document of the contract, and a table for people.
 *
 * @param reachable false if the device did not answer; the first note then begins with the failure's name
 * @param profile null if not reachable, as {@code device}
 */
@JsonPropertyOrder({"address", "reachable", "profile", "device", "interfaces", "readings", "notes"})
public record ProbeReport(
        String address,
        boolean reachable,
        @Nullable String profile,
        ProbeReport.@Nullable Identity device,
        List<Port> interfaces,
        List<Value> readings,
        List<String> notes) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Who the device is; the class by its code. */
    @JsonPropertyOrder({
        "class",
        "vendor",
        "model",
        "version",
        "serial",
        "sysObjectId",
        "sysName",
        "sysDescr",
        "uptimeSeconds"
    })
    public record Identity(
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            String deviceClass,

            @Nullable String vendor,
            @Nullable String model,
            @Nullable String version,
            @Nullable String serial,
            @Nullable String sysObjectId,
            @Nullable String sysName,
            @Nullable String sysDescr,
            @Nullable Double uptimeSeconds) {}

    /** An interface; its states by their labels in the MIB. */
    public record Port(
            long index,
            String name,
            String description,
            String alias,
            @Nullable Integer type,
            @Nullable Integer mtu,
            @Nullable Long speed,
            String adminStatus,
            String operStatus) {}

    /** A reading; its state, if it is one, in lower case; its limits where the device tells any. */
    public record Value(
            String metric,
            String instance,
            String name,
            String oid,
            @Nullable Double value,
            String unit,
            @Nullable String state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Limits limits) {}

    /** The report about a device that answered. */
    public static ProbeReport of(String address, Inventory found) {
        return new ProbeReport(
                address,
                true,
                found.identity().profile(),
                identity(found.identity()),
                found.interfaces().stream().map(ProbeReport::port).toList(),
                found.readings().stream().map(ProbeReport::value).toList(),
                found.notes());
    }

    /** The report about a device that did not answer. */
    public static ProbeReport unreachable(String address, String failure, String detail) {
        String note = detail.isEmpty() ? failure : failure + ": " + detail;
        return new ProbeReport(address, false, null, null, List.of(), List.of(), List.of(note));
    }

    private static Identity identity(DeviceIdentity who) {
        return new Identity(
                who.deviceClass().code(),
                who.vendor(),
                who.model(),
                who.version(),
                who.serial(),
                who.sysObjectId(),
                who.sysName(),
                who.sysDescr(),
                who.uptimeSeconds());
    }

    private static Port port(DeviceInterface row) {
        return new Port(
                row.index(),
                row.name(),
                row.description(),
                row.alias(),
                row.type(),
                row.mtu(),
                row.speed(),
                row.adminStatus().code(),
                row.operStatus().code());
    }

    private static Value value(Reading reading) {
        var state = reading.state();
        return new Value(
                reading.metric(),
                reading.instance(),
                reading.name(),
                reading.oid(),
                reading.value(),
                reading.unit(),
                state == null ? null : state.code(),
                reading.limits());
    }

    /** The document of {@code probe --json}: fields always in the same order. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a probe report that cannot be written", e);
        }
    }

    /** The table for people, in Indonesian where that is the locale's language, else in English. */
    public String table(Locale locale) {
        return new ProbeTable(this, locale).text();
    }
}
