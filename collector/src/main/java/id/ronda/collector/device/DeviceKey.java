package id.ronda.collector.device;

import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.kernel.Secret;
import java.util.function.Function;

/**
 * What makes a device the same device: many may share one address and port and differ in who asks.
 *
 * @param version {@code 1}, {@code 2c} or {@code 3}
 * @param identity a digest of the community, or user and context
 */
record DeviceKey(String address, int port, String version, String identity) {

    /**
     * The key of a draft.
     *
     * @param digest of a secret, so that it can be compared without being stored
     */
    static DeviceKey of(DeviceDraft draft, Function<Secret, String> digest) {
        return new DeviceKey(
                draft.address(),
                draft.port(),
                SnmpForm.code(draft.credential().version()),
                identity(draft.credential(), digest));
    }

    private static String identity(SnmpCredential credential, Function<Secret, String> digest) {
        return switch (credential) {
            case Community community -> digest.apply(community.community());
            // Neither is secret; the line break cannot stand in a name typed on one line.
            case UsmUser user -> user.user() + "\n" + user.context();
        };
    }
}
