package id.ronda.collector.snmp;

/** The protocol's version, with the number that stands in the message (RFC 1157, RFC 3416, RFC 3412). */
public enum SnmpVersion {
    V1(0),
    V2C(1),
    V3(3);

    private final int wire;

    SnmpVersion(int wire) {
        this.wire = wire;
    }

    int wire() {
        return wire;
    }
}
