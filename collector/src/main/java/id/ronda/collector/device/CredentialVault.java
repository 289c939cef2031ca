package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.snmp.AuthProtocol;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.PrivProtocol;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Credentials on their way into the database and out of it. Each secret is sealed for its table, its device and its
 * column: moved to another place it does not open.
 */
final class CredentialVault {

    private static final String TABLE = "collector.device_secret";
    private static final String COMMUNITY = "community";
    private static final String AUTH = "auth_passphrase";
    private static final String PRIV = "priv_passphrase";
    private static final String ACCESS = "access_secret";

    private final SecretBox box;

    CredentialVault(SecretBox box) {
        this.box = box;
    }

    /** The secrets of one device as they are stored; null where there is none. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(
            byte @Nullable [] community,
            byte @Nullable [] authPassphrase,
            byte @Nullable [] privPassphrase,
            byte @Nullable [] access) {}

    Sealed seal(DeviceId id, SnmpCredential credential) {
        return switch (credential) {
            case Community community -> new Sealed(seal(id, COMMUNITY, community.community()), null, null, null);
            case UsmUser user ->
                new Sealed(null, seal(id, AUTH, user.authPassphrase()), seal(id, PRIV, user.privPassphrase()), null);
            case NutAccess nut -> new Sealed(null, null, null, seal(id, ACCESS, nut.password()));
            case ScrapeAccess page -> new Sealed(null, null, null, seal(id, ACCESS, page.token()));
        };
    }

    private byte @Nullable [] seal(DeviceId id, String column, @Nullable Secret secret) {
        return secret == null ? null : box.seal(TABLE, id.toString(), column, secret);
    }

    /** The same for the same secret and only under this installation's key. */
    String digest(Secret secret) {
        return box.digest(TABLE + "." + COMMUNITY, secret);
    }

    /** The credential of a row of device joined with device_secret. */
    SnmpCredential open(ResultSet row) throws SQLException {
        DeviceId id = new DeviceId(row.getLong("id"));
        return switch (row.getString("snmp_version")) {
            case "3" -> user(id, row);
            case "nut" -> new NutAccess(row.getString("ups"), row.getString("snmp_user"), open(id, ACCESS, row));
            case "prometheus" -> new ScrapeAccess(row.getString("path"), row.getBoolean("tls"), open(id, ACCESS, row));
            case "1" -> new Community(SnmpVersion.V1, community(id, row));
            default -> new Community(SnmpVersion.V2C, community(id, row));
        };
    }

    private Secret community(DeviceId id, ResultSet row) throws SQLException {
        Secret community = open(id, COMMUNITY, row);
        if (community == null) {
            throw new IllegalStateException("device " + id + " has no community stored; give it one again");
        }
        return community;
    }

    private UsmUser user(DeviceId id, ResultSet row) throws SQLException {
        return new UsmUser(
                row.getString("snmp_user"),
                row.getString("snmp_context"),
                protocol(row.getString("auth_protocol"), AuthProtocol::parse),
                open(id, AUTH, row),
                protocol(row.getString("priv_protocol"), PrivProtocol::parse),
                open(id, PRIV, row));
    }

    private static <T> @Nullable T protocol(@Nullable String name, Function<String, Optional<T>> parse) {
        return name == null ? null : parse.apply(name).orElseThrow();
    }

    private @Nullable Secret open(DeviceId id, String column, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? null : box.open(TABLE, id.toString(), column, sealed);
    }
}
