package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceSource;
import id.ronda.dashboards.text.PageText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of who a device is, as names and values; what is not known is left out. */
final class DeviceFacts {

    private final PageText text;
    private final Map<String, String> facts = new LinkedHashMap<>();

    private DeviceFacts(PageText text) {
        this.text = text;
    }

    static Map<String, String> of(Device device, PageText text) {
        DeviceFacts facts = new DeviceFacts(text);
        facts.place(device);
        DeviceIdentity identity = device.identity();
        if (identity != null) {
            facts.identity(identity);
        }
        facts.asking(device);
        return facts.facts;
    }

    private void place(Device device) {
        add("fact.address", DeviceRow.address(device));
        add("fact.class", text.say("class." + device.deviceClass().code()));
        add("fact.unit", device.unit());
        add(
                "fact.classification",
                text.say("classification." + device.classification().code()));
        add("fact.location", device.location());
        add("fact.parent", device.parent());
    }

    private void identity(DeviceIdentity identity) {
        add("fact.make", DeviceRow.make(identity));
        add("fact.version", identity.version());
        add("fact.serial", identity.serial());
        Double uptime = identity.uptimeSeconds();
        add("fact.uptime", uptime == null ? null : text.duration(uptime));
        add("fact.sysname", identity.sysName());
        add("fact.sysdescr", identity.sysDescr());
        add("fact.profile", identity.profile());
    }

    private void asking(Device device) {
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
        if (value != null && !value.isBlank()) {
            facts.put(text.say(key), value);
        }
    }
}
