package id.ronda.collector.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceSource;
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
        String source,
        @Nullable Snmp snmp,
        @Nullable Nut nut,
        @Nullable Prometheus prometheus,
        @Nullable Instant lastAnswerAt,
        @Nullable Failure lastFailure,
        @Nullable Double uptimeSeconds,
        @Nullable String unit,
        @Nullable Long unitId,
        String classification,
        @Nullable String location,
        @Nullable String parent,
        List<String> tags,
        long revision) {

    /** How it is asked; user is null before version 3. */
    record Snmp(String version, @Nullable String user) {
        static @Nullable Snmp of(DeviceSource source) {
            return source instanceof DeviceSource.Snmp(var version, var user) ? new Snmp(version, user) : null;
        }
    }

    /** The UPS of a NUT server; user is null where everybody may read. */
    record Nut(String ups, @Nullable String user) {
        static @Nullable Nut of(DeviceSource source) {
            return source instanceof DeviceSource.Nut(var ups, var user) ? new Nut(ups, user) : null;
        }
    }

    /** A page of metrics. */
    record Prometheus(String path, boolean tls) {
        static @Nullable Prometheus of(DeviceSource source) {
            return source instanceof DeviceSource.Prometheus(var path, var tls) ? new Prometheus(path, tls) : null;
        }
    }

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
            new Column<>("source", DeviceBody::source),
            new Column<>("snmp.version", body -> part(body.snmp(), Snmp::version)),
            new Column<>("snmp.user", body -> part(body.snmp(), Snmp::user)),
            new Column<>("nut.ups", body -> part(body.nut(), Nut::ups)),
            new Column<>("prometheus.path", body -> part(body.prometheus(), Prometheus::path)),
            new Column<>("lastAnswerAt", DeviceBody::lastAnswerAt),
            new Column<>("lastFailure.reason", body -> body.failed(Failure::reason)),
            new Column<>("lastFailure.at", body -> body.failed(Failure::at)),
            new Column<>("uptimeSeconds", DeviceBody::uptimeSeconds),
            new Column<>("unit", DeviceBody::unit),
            new Column<>("unitId", DeviceBody::unitId),
            new Column<>("classification", DeviceBody::classification),
            new Column<>("location", DeviceBody::location),
            new Column<>("parent", DeviceBody::parent),
            new Column<>("tags", body -> String.join(";", body.tags())),
            new Column<>("revision", DeviceBody::revision));

    private static <T> @Nullable Object part(@Nullable T whole, Function<T, ? extends @Nullable Object> part) {
        return whole == null ? null : part.apply(whole);
    }

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
                device.source().code(),
                Snmp.of(device.source()),
                Nut.of(device.source()),
                Prometheus.of(device.source()),
                device.lastAnswerAt(),
                failure(device),
                identity.map(DeviceIdentity::uptimeSeconds).orElse(null),
                device.unit(),
                device.unitId() == null ? null : device.unitId().value(),
                device.classification().code(),
                device.location(),
                device.parent(),
                device.tags(),
                stored.revision());
    }

    private static @Nullable Failure failure(Device device) {
        Device.LastFailure failure = device.lastFailure();
        return failure == null ? null : new Failure(failure.reason(), failure.at());
    }
}
