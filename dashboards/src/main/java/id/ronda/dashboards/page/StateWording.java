package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.Device.LastFailure;
import id.ronda.dashboards.live.DeviceState;
import id.ronda.dashboards.text.PageText;

/** Says how a device is: its state, and a failure in words that tell what to do next. */
record StateWording(PageText text) implements DeviceState.Wording {

    @Override
    public DeviceState of(Device device) {
        LastFailure failure = device.lastFailure();
        return new DeviceState(
                device.id().value(),
                device.status().code(),
                text.say("status." + device.status().code()),
                device.lastAnswerAt() == null ? null : device.lastAnswerAt().toString(),
                device.lastAnswerAt() == null ? null : text.absolute(device.lastAnswerAt()),
                failure == null ? text.find("why." + device.status().code()).orElse("") : failure(failure.reason()),
                failure == null ? text.find("todo." + device.status().code()).orElse("") : advice(failure.reason()));
    }

    /** What went wrong. */
    String failure(String reason) {
        return text.find("failure." + reason).orElseGet(() -> text.say("failure.other", reason));
    }

    /** What to do about it. */
    String advice(String reason) {
        return text.find("advice." + reason).orElseGet(() -> text.say("advice.other"));
    }
}
