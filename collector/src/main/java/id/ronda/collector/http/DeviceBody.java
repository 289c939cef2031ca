package id.ronda.collector.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.device.PollInterval;
import id.ronda.collector.device.StoredDevice;
import id.ronda.kernel.http.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A device as the API writes it. It has no place for a secret. */
record DeviceBody(
        long id,
        String address,
        int port,
        String name,
        String interval,
        boolean enabled,
        String status,
        @JsonProperty("class") @Nullable String deviceClass,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String version,
        @Nullable String serial,
        @Nullable String profile,
        @Nullable String sysObjectId,
        @Nullable String sysName,
        @Nullable String sysDescr,
        Snmp snmp,
        @Nullable Instant lastAnswerAt,
        @Nullable Failure lastFailure,
        @Nullable Double uptimeSeconds,
        @Nullable String unit,
        @Nullable String location,
        @Nullable String parent,
        List<String> tags) {

    /** How it is asked; user is null before version 3. */
    record Snmp(String version, @Nullable String user) {}

    /** Why the last poll failed. */
    record Failure(String reason, Instant at) {}

    static final List<Column<DeviceBody>> COLUMNS = List.of(
            new Column<>("id", DeviceBody::id),
            new Column<>("address", DeviceBody::address),
            new Column<>("port", DeviceBody::port),
            new Column<>("name", DeviceBody::name),
            new Column<>("interval", DeviceBody::interval),
            new Column<>("enabled", DeviceBody::enabled),
            new Column<>("status", DeviceBody::status),
            new Column<>("class", DeviceBody::deviceClass),
            new Column<>("vendor", DeviceBody::vendor),
            new Column<>("model", DeviceBody::model),
            new Column<>("version", DeviceBody::version),
            new Column<>("serial", DeviceBody::serial),
            new Column<>("profile", DeviceBody::profile),
            new Column<>("sysName", DeviceBody::sysName),
            new Column<>("snmp.version", body -> body.snmp().version()),
            new Column<>("snmp.user", body -> body.snmp().user()),
            new Column<>("lastAnswerAt", DeviceBody::lastAnswerAt),
            new Column<>("lastFailure.reason", body -> body.failed(Failure::reason)),
            new Column<>("lastFailure.at", body -> body.failed(Failure::at)),
            new Column<>("uptimeSeconds", DeviceBody::uptimeSeconds),
            new Column<>("unit", DeviceBody::unit),
            new Column<>("location", DeviceBody::location),
            new Column<>("parent", DeviceBody::parent),
            new Column<>("tags", body -> String.join(";", body.tags())));

    private @Nullable Object failed(Function<Failure, Object> part) {
        return lastFailure == null ? null : part.apply(lastFailure);
    }

    static DeviceBody of(StoredDevice stored) {
        Device device = stored.device();
        Optional<DeviceIdentity> identity = Optional.ofNullable(device.identity());
        return new DeviceBody(
                device.id().value(),
                device.address(),
                device.port(),
                device.name(),
                PollInterval.text(device.interval()),
                stored.enabled(),
                device.status().code(),
                identity.map(known -> known.deviceClass().code()).orElse(null),
                identity.map(DeviceIdentity::vendor).orElse(null),
                identity.map(DeviceIdentity::model).orElse(null),
                identity.map(DeviceIdentity::version).orElse(null),
                identity.map(DeviceIdentity::serial).orElse(null),
                identity.map(DeviceIdentity::profile).orElse(null),
                identity.map(DeviceIdentity::sysObjectId).orElse(null),
                identity.map(DeviceIdentity::sysName).orElse(null),
                identity.map(DeviceIdentity::sysDescr).orElse(null),
                new Snmp(device.snmpVersion(), device.snmpUser()),
                device.lastAnswerAt(),
                failure(device),
                identity.map(DeviceIdentity::uptimeSeconds).orElse(null),
                device.unit(),
                device.location(),
                device.parent(),
                device.tags());
    }

    private static @Nullable Failure failure(Device device) {
        Device.LastFailure failure = device.lastFailure();
        return failure == null ? null : new Failure(failure.reason(), failure.at());
    }
}
