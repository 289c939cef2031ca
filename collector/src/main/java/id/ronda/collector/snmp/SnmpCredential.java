package id.ronda.collector.snmp;

/** With what a device lets itself be asked: a community (v1, v2c) or a user of the security model USM (v3). */
public sealed interface SnmpCredential permits Community, UsmUser {
    /** The version this credential speaks. */
    SnmpVersion version();
}
