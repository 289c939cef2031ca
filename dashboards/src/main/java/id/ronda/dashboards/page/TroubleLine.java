package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.dashboards.start.Threat;
import id.ronda.dashboards.start.Trouble;
import id.ronda.dashboards.text.PageText;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of what is wrong or about to be.
 *
 * @param mark unique on the page, so that the focus stays when the page is read anew
 * @param status decides shape and colour
 * @param what the value or failure, in words
 * @param since since when, or when it was read
 */
record TroubleLine(
        String mark, String status, String label, String path, String name, String what, String since, String ago) {

    static TroubleLine of(Trouble trouble, PageText text) {
        return switch (trouble) {
            case Trouble.Silent silent -> silent(silent.outage().device(), silent.since(), text);
            case Trouble.Bad bad -> bad(bad.reading(), bad.since(), text);
        };
    }

    static TroubleLine of(Threat threat, PageText text) {
        DeviceReading each = threat.reading();
        Instant time = Objects.requireNonNullElse(each.reading().time(), text.now());
        boolean over = threat.value() < 0;
        return line(
                threat.kind().key().replace('.', '-'),
                "warning",
                text.say(threat.kind().key()),
                each,
                over
                        ? text.say(
                                "soon.over", name(each.reading(), text), text.quantity(-threat.value(), threat.unit()))
                        : text.say(
                                threat.kind().key() + ".value",
                                name(each.reading(), text),
                                text.quantity(threat.value(), threat.unit())),
                time,
                text);
    }

    private static TroubleLine silent(Device device, Instant since, PageText text) {
        DeviceState state = new StateWording(text).of(device);
        return new TroubleLine(
                "down-" + device.id(),
                DeviceStatus.DOWN.code(),
                state.label(),
                "/devices/" + device.id(),
                device.name(),
                state.failure().isEmpty() ? state.label() : state.failure(),
                text.absolute(since),
                text.ago(since));
    }

    private static TroubleLine bad(DeviceReading each, Instant since, PageText text) {
        ReadingState state = Objects.requireNonNullElse(each.reading().state(), ReadingState.UNKNOWN);
        return line(
                "bad",
                state.code(),
                text.say("reading." + state.code()),
                each,
                name(each.reading(), text),
                since,
                text);
    }

    private static TroubleLine line(
            String kind, String status, String label, DeviceReading each, String what, Instant time, PageText text) {
        Reading reading = each.reading();
        String object = reading.metric() + "/" + reading.instance();
        return new TroubleLine(
                kind + "-" + each.device() + "-" + Integer.toHexString(object.hashCode()),
                status,
                label,
                "/devices/" + each.device(),
                each.deviceName(),
                what,
                text.absolute(time),
                text.ago(time));
    }

    private static String name(Reading reading, PageText text) {
        return ReadingRow.named(reading.name(), ReadingRow.metricName(reading.metric(), text));
    }
}
