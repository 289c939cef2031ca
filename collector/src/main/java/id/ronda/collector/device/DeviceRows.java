package id.ronda.collector.device;

import id.ronda.collector.Device;
import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceSource;
import id.ronda.collector.DeviceStatus;
import id.ronda.identity.Classification;
import id.ronda.identity.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes what anybody may see out of a row of {@code collector.device}. */
final class DeviceRows {

    /** How a device {@code d} is shown, in SQL; as {@link #shownName} does it. */
    static final String SHOWN_NAME = "coalesce(d.name, nullif(btrim(d.sys_name), ''), d.address)";

    private DeviceRows() {}

    static StoredDevice stored(ResultSet row) throws SQLException {
        return new StoredDevice(device(row), row.getBoolean("enabled"), row.getLong("revision"));
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                new DeviceId(row.getLong("id")),
                row.getString("address"),
                row.getInt("port"),
                shownName(row),
                Duration.ofSeconds(row.getInt("interval_s")),
                DeviceStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                identity(row),
                source(row),
                instant(row, "last_answer_at"),
                failure(row),
                row.getString("unit"),
                unit(row),
                classification(row),
                row.getString("location"),
                row.getString("parent"),
                texts(row, "tags"));
    }

    static @Nullable UnitId unit(ResultSet row) throws SQLException {
        long unit = row.getLong("unit_id");
        return row.wasNull() ? null : new UnitId(unit);
    }

    static Classification classification(ResultSet row) throws SQLException {
        return Classification.ofCode(row.getString("classification")).orElse(Classification.RAHASIA);
    }

    private static DeviceSource source(ResultSet row) throws SQLException {
        String version = row.getString("snmp_version");
        String user = row.getString("snmp_user");
        return switch (version) {
            case "nut" -> new DeviceSource.Nut(row.getString("ups"), user);
            case "prometheus" -> new DeviceSource.Prometheus(row.getString("path"), row.getBoolean("tls"));
            default -> new DeviceSource.Snmp(version, user);
        };
    }

    private static String shownName(ResultSet row) throws SQLException {
        String given = row.getString("name");
        String own = row.getString("sys_name");
        if (given != null) {
            return given;
        }
        return own == null || own.isBlank() ? row.getString("address") : own;
    }

    private static @Nullable DeviceIdentity identity(ResultSet row) throws SQLException {
        String profile = row.getString("profile");
        if (profile == null) {
            return null;
        }
        return new DeviceIdentity(
                profile,
                DeviceClass.ofCode(row.getString("class")).orElse(DeviceClass.UNKNOWN),
                row.getString("vendor"),
                row.getString("model"),
                row.getString("version"),
                row.getString("serial"),
                row.getString("sys_object_id"),
                row.getString("sys_name"),
                row.getString("sys_descr"),
                row.getObject("uptime_s", Double.class));
    }

    private static @Nullable LastFailure failure(ResultSet row) throws SQLException {
        String reason = row.getString("last_failure");
        Instant at = instant(row, "last_failure_at");
        return reason == null || at == null ? null : new LastFailure(reason, at);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
