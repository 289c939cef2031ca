package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.dashboards.text.PageText;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One device in the list. */
record DeviceRow(Device device, DeviceState state, String deviceClass, String make, String ago) {

    private static final String GOODS = "kode:";

    static DeviceRow of(Device device, PageText text) {
        return new DeviceRow(
                device,
                new StateWording(text).of(device),
                text.say("class." + device.deviceClass().code()),
                make(device.identity()),
                device.lastAnswerAt() == null ? text.say("answer.never") : text.ago(device.lastAnswerAt()));
    }

    String path() {
        return "/devices/" + device.id();
    }

    /** The office's own code of the thing ({@code kode barang}), which is a tag; empty if it has none. */
    String goodsCode() {
        return goodsCode(device);
    }

    static String goodsCode(Device device) {
        return device.tags().stream()
                .filter(tag -> tag.startsWith(GOODS))
                .map(tag -> tag.substring(GOODS.length()))
                .findFirst()
                .orElse("");
    }

    /** The firmware; empty if it is not known. */
    String version() {
        return text(device.identity() == null ? null : device.identity().version());
    }

    /** The serial number; empty if it is not known. */
    String serial() {
        return text(device.identity() == null ? null : device.identity().serial());
    }

    private static String text(@Nullable String known) {
        return known == null ? "" : known;
    }

    /** Address and port as one types them; IPv6 in brackets. */
    String address() {
        return address(device);
    }

    static String address(Device device) {
        String host = device.address().contains(":") ? "[" + device.address() + "]" : device.address();
        return host + ":" + device.port();
    }

    /** Vendor and model, as far as they are known. */
    static String make(@Nullable DeviceIdentity identity) {
        return identity == null
                ? ""
                : Stream.of(identity.vendor(), identity.model())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }
}
