package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceSource;
import id.ronda.dashboards.text.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of who a device is, as names and values; what is not known is left out. */
final class DeviceFacts {

    private final PageText text;
    private final List<Fact> facts = new ArrayList<>();

    private DeviceFacts(PageText text) {
        this.text = text;
    }

    /** What somebody wants who calls the vendor or walks to the rack. */
    static List<Fact> first(Device device, PageText text) {
        DeviceFacts facts = new DeviceFacts(text);
        Optional<DeviceIdentity> identity = Optional.ofNullable(device.identity());
        facts.addCopied("fact.address", device.address());
        facts.add("fact.make", DeviceRow.make(device.identity()));
        facts.addCopied("fact.serial", identity.map(DeviceIdentity::serial).orElse(null));
        facts.addCopied("column.goods", DeviceRow.goodsCode(device));
        facts.add("fact.version", identity.map(DeviceIdentity::version).orElse(null));
        facts.add(
                "fact.uptime",
                identity.map(DeviceIdentity::uptimeSeconds).map(text::duration).orElse(null));
        facts.add("fact.unit", device.unit());
        facts.add("fact.location", device.location());
        return List.copyOf(facts.facts);
    }

    /** What is looked up rarely. */
    static List<Fact> rest(Device device, PageText text) {
        DeviceFacts facts = new DeviceFacts(text);
        facts.add("fact.class", text.say("class." + device.deviceClass().code()));
        facts.add(
                "fact.classification",
                text.say("classification." + device.classification().code()));
        facts.add("fact.parent", device.parent());
        if (device.identity() != null) {
            facts.identity(device.identity());
        }
        facts.asking(device);
        return List.copyOf(facts.facts);
    }

    private void identity(DeviceIdentity identity) {
        add("fact.sysname", identity.sysName());
        add("fact.sysdescr", identity.sysDescr());
        add("fact.sysobjectid", identity.sysObjectId());
        add("fact.profile", identity.profile());
    }

    private void asking(Device device) {
        add("fact.asked-at", DeviceRow.address(device));
        add("fact.interval", text.duration(device.interval().toMillis() / 1000.0));
        switch (device.source()) {
            case DeviceSource.Snmp(var version, var user) ->
                add("fact.snmp", "v" + version + (user == null ? "" : " (" + user + ")"));
            case DeviceSource.Nut(var ups, var user) -> add("fact.nut", ups + (user == null ? "" : " (" + user + ")"));
            case DeviceSource.Prometheus(var path, var tls) -> add("fact.prometheus", path + (tls ? " (TLS)" : ""));
        }
        add("fact.tags", String.join(", ", device.tags()));
    }

    private void add(String key, @Nullable String value) {
        put(key, value, false);
    }

    private void addCopied(String key, @Nullable String value) {
        put(key, value, true);
    }

    private void put(String key, @Nullable String value, boolean copied) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(text.say(key), value, copied));
        }
    }
}
