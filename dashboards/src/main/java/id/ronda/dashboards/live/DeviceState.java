package id.ronda.dashboards.live;

import id.ronda.collector.Device;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of a device's state, in the reader's language.
 *
 * @param status the state's code; decides its shape
 * @param label the state's name
 * @param lastAnswer RFC 3339, null if there was none
 * @param failure why it is not well; empty if it is
 * @param advice what to do about it; empty if there is nothing to do
 */
public record DeviceState(
        long id,
        String status,
        String label,
        @Nullable String lastAnswer,
        @Nullable String lastAnswerText,
        String failure,
        String advice) {

    JsonObject json() {
        return new JsonObject()
                .put("id", id)
                .put("status", status)
                .put("label", label)
                .put("lastAnswer", lastAnswer)
                .put("lastAnswerText", lastAnswerText)
                .put("failure", failure)
                .put("advice", advice);
    }

    /** Says the state of a device to one reader. */
    @FunctionalInterface
    public interface Wording {
        DeviceState of(Device device);

        /** The states of devices, in their order. */
        default List<DeviceState> of(List<Device> devices) {
            return devices.stream().map(this::of).toList();
        }
    }
}
