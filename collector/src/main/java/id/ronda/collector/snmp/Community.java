package id.ronda.collector.snmp;

import id.ronda.kernel.Secret;

/** The community of SNMP v1 or v2c (RFC 3584): a password sent in the clear. */
public record Community(SnmpVersion version, Secret community) implements SnmpCredential {
    /** Refuses v3, which has users instead. */
    public Community {
        if (version == SnmpVersion.V3) {
            throw new IllegalArgumentException("A community is for v1 and v2c; use UsmUser for v3.");
        }
    }
}
