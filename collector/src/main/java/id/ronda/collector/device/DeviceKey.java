package id.ronda.collector.device;

import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.TextAccess;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.kernel.Secret;
import java.util.function.Function;

/**
 * What makes a device the same device: many may share one address and port and differ in who asks.
 *
 * @param version {@code 1}, {@code 2c} or {@code 3}, or {@code nut} or {@code prometheus}
 * @param identity a digest of the community, or user and context; the UPS; the path
 */
record DeviceKey(String address, int port, String version, String identity) {

    /**
     * The key of a draft.
     *
     * @param digest of a secret, so that it can be compared without being stored
     */
    static DeviceKey of(DeviceDraft draft, Function<Secret, String> digest) {
        return new DeviceKey(
                draft.address(), draft.port(), version(draft.credential()), identity(draft.credential(), digest));
    }

    /** The SNMP version, or the kind of another source. */
    private static String version(SnmpCredential credential) {
        return credential instanceof TextAccess
                ? SourceKind.of(credential).code()
                : SnmpForm.code(credential.version());
    }

    private static String identity(SnmpCredential credential, Function<Secret, String> digest) {
        return switch (credential) {
            case Community community -> digest.apply(community.community());
            // Neither is secret; the line break cannot stand in a name typed on one line.
            case UsmUser user -> user.user() + "\n" + user.context();
            case NutAccess nut -> nut.ups();
            case ScrapeAccess page -> page.path();
        };
    }
}
