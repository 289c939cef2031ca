package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.dashboards.directory.DeviceFilter;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.dashboards.text.PageText;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One device in the list. */
record DeviceRow(Device device, DeviceState state, String deviceClass, String make, String ago) {

    static DeviceRow of(Device device, PageText text) {
        return new DeviceRow(
                device,
                new StateWording(text).of(device),
                text.say("class." + DeviceFilter.classOf(device).code()),
                make(device.identity()),
                device.lastAnswerAt() == null ? text.say("answer.never") : text.ago(device.lastAnswerAt()));
    }

    String path() {
        return "/devices/" + device.id();
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
