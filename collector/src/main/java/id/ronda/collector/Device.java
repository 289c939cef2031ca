package id.ronda.collector;

import id.ronda.identity.Classification;
import id.ronda.identity.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that the collector asks, as anybody may see it: never its secrets.
 *
 * @param interval between two slots
 * @param identity null until it answered once
 * @param source as what it is asked
 * @param lastAnswerAt null until it answered once
 * @param lastFailure null if the last poll was answered
 * @param unit the office as it was written
 * @param unitId the unit that is called so; null if none is, or more than one
 * @param classification how far it may be known
 */
public record Device(
        DeviceId id,
        String address,
        int port,
        String name,
        Duration interval,
        DeviceStatus status,
        @Nullable DeviceIdentity identity,
        DeviceSource source,
        @Nullable Instant lastAnswerAt,
        @Nullable LastFailure lastFailure,
        @Nullable String unit,
        @Nullable UnitId unitId,
        Classification classification,
        @Nullable String location,
        @Nullable String parent,
        List<String> tags) {

    /** What kind of thing it is; {@code UNKNOWN} until it answered once. */
    public DeviceClass deviceClass() {
        return identity == null ? DeviceClass.UNKNOWN : identity.deviceClass();
    }

    /** Why the last poll failed: a name of a failure, for example {@code timeout}, and when. */
    public record LastFailure(String reason, Instant at) {}
}
