package id.ronda.collector.device;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a device is after a poll.
 *
 * @param answeredAt null if it did not answer: the time of the last answer stays
 * @param failure null if the last poll was answered
 * @param uptimeSeconds null if it was not told: the last one stays
 */
public record DeviceStatusUpdate(
        DeviceId id,
        DeviceStatus status,
        @Nullable Instant answeredAt,
        @Nullable LastFailure failure,
        @Nullable Double uptimeSeconds) {}
