package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceIdentity;
import id.ronda.dashboards.text.PageText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to the device itself. Whether it answers there nobody has asked: these are links, not findings.
 *
 * @param href null for what no browser opens
 * @param copied what to put on the clipboard instead, null for a link
 */
record DeviceLink(
        String label, @Nullable String href, @Nullable String copied) {

    private static final Set<DeviceClass> WITH_SHELL = EnumSet.of(
            DeviceClass.ROUTER,
            DeviceClass.SWITCH,
            DeviceClass.FIREWALL,
            DeviceClass.WIRELESS,
            DeviceClass.OLT,
            DeviceClass.SERVER,
            DeviceClass.HYPERVISOR,
            DeviceClass.STORAGE,
            DeviceClass.BMC);

    static List<DeviceLink> of(Device device, PageText text) {
        String host = device.address().contains(":") ? "[" + device.address() + "]" : device.address();
        List<DeviceLink> links = new ArrayList<>();
        links.add(new DeviceLink(text.say("link.web"), "https://" + host + "/", null));
        if (WITH_SHELL.contains(device.deviceClass())) {
            links.add(new DeviceLink(text.say("link.ssh"), "ssh://" + host, null));
        }
        if (isMikroTik(device)) {
            // Winbox registers no scheme of addresses: one pastes the address into its field "Connect To".
            links.add(new DeviceLink(text.say("link.winbox"), null, device.address()));
        }
        return links;
    }

    private static boolean isMikroTik(Device device) {
        return Optional.ofNullable(device.identity())
                .map(DeviceIdentity::vendor)
                .filter("MikroTik"::equalsIgnoreCase)
                .isPresent();
    }
}
