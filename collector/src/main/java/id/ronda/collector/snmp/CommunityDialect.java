package id.ronda.collector.snmp;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Messages of v1 and v2c: version, community, PDU (RFC 1157, RFC 1901). */
final class CommunityDialect implements Dialect {
    private final byte[] prefix;

    CommunityDialect(Community credential) {
        this.prefix = new BerWriter(64)
                .octets(0x04, credential.community().reveal().getBytes(UTF_8))
                .integer(credential.version().wire())
                .toByteArray();
    }

    @Override
    public byte[] seal(PreparedRequest request, int id, long nowNanos) {
        byte[] pdu = request.pdu();
        var message = new BerWriter(BerWriter.lengthWithHeader(prefix.length + pdu.length));
        message.raw(pdu).raw(prefix).header(0x30, 0);
        return message.withId(id, message.written() - pdu.length + request.idOffset());
    }

    @Override
    public Opened open(MessageHead head, long nowNanos) {
        return new Opened.Pdu(head.in());
    }
}
