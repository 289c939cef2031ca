package id.ronda.collector.snmp;

final class UsmDialect implements Dialect {
    @Override
    public byte[] seal(PreparedRequest request, int id, long nowNanos) {
        return request.pdu(id);
    }

    @Override
    public Opened open(MessageHead head, long nowNanos) {
        return new Opened.Pdu(head.in());
    }
}
