package id.ronda.collector.snmp;

import id.ronda.kernel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A UPS of a NUT server (RFC 9271).
 *
 * @param ups      its name on that server
 * @param user     who asks; null where the server lets everybody read, as most do
 * @param password of that user
 */
public record NutAccess(
        String ups, @Nullable String user, @Nullable Secret password) implements TextAccess {
    @Override
    public String toString() {
        return "NUT " + ups;
    }
}
