package id.ronda.collector.poll;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a device's answers now.
 *
 * @param lastAnswerAt slot of the last answer, null if there was none since the start
 * @param failure name of the last slot's failure, null if it was answered
 */
public record DeviceState(
        DeviceId device,
        DeviceStatus status,
        @Nullable Instant lastAnswerAt,
        @Nullable String failure,
        @Nullable Instant failureAt,
        @Nullable Double uptimeSeconds) {}
