package id.ronda.collector.snmp;

/** A device asked by datagrams: its event loop, and for v3 its engine and keys. */
final class SocketPeer extends SnmpPeer {
    private final Dialect dialect;
    private final SnmpLoop loop;

    SocketPeer(SnmpEndpoint endpoint, Dialect dialect, SnmpLoop loop) {
        super(endpoint, AnswerSize.START_BULK_VALUES);
        this.dialect = dialect;
        this.loop = loop;
    }

    Dialect dialect() {
        return dialect;
    }

    SnmpLoop loop() {
        return loop;
    }
}
