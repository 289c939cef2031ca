package id.ronda.collector.snmp;

/** The way to a source that tells names and values in a text, which is served as a tree of objects. */
public sealed interface TextAccess extends SnmpCredential permits NutAccess, ScrapeAccess {
    @Override
    default SnmpVersion version() {
        return SnmpVersion.V2C;
    }
}
