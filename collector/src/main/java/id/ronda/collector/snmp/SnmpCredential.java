package id.ronda.collector.snmp;

/**
 * With what a device lets itself be asked: a community (v1, v2c), a user of the security model USM (v3), or the way to a source of
 * texts that is asked like a device.
 */
public sealed interface SnmpCredential permits Community, UsmUser, TextAccess {
    /** The version this credential speaks; what is no SNMP answers as v2c does. */
    SnmpVersion version();
}
