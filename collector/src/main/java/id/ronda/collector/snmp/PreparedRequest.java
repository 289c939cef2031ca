package id.ronda.collector.snmp;

import java.util.Arrays;
import java.util.List;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * A request encoded once and sent often: only its id changes. It does not depend on the device or the version, so one may serve
 * all devices of a kind. Immutable.
 */
public final class PreparedRequest {
    private static final byte[] NULL_VALUE = {0x05, 0x00};
    private static final int ANY_FOUR_OCTETS = 0x4000_0000;

    private final SnmpRequest request;
    private final List<OID> oids;
    private final byte[][] encodedOids;
    private final byte[] pdu;

    private PreparedRequest(SnmpRequest request) {
        this.request = request;
        this.oids = request.oids();
        this.encodedOids = oids.stream().map(PreparedRequest::contents).toArray(byte[][]::new);
        this.pdu = encode(request);
    }

    /** Encodes the request. */
    public static PreparedRequest of(SnmpRequest request) {
        return new PreparedRequest(request);
    }

    /** What is asked. */
    public SnmpRequest request() {
        return request;
    }

    /** How many values a GETBULK asks for, 0 for the others. */
    int bulkValues() {
        return request instanceof SnmpRequest.GetBulk bulk ? bulk.maxRepetitions() * oids.size() : 0;
    }

    List<OID> oids() {
        return oids;
    }

    byte[] encodedOid(int index) {
        return encodedOids[index];
    }

    /** The encoded PDU; its request id stands at {@link #idOffset} in four octets. Not to be changed. */
    byte[] pdu() {
        return pdu;
    }

    int idOffset() {
        return (pdu[1] >= 0 ? 2 : 2 + (pdu[1] & 0x7F)) + 2;
    }

    /** The PDU with this request id, which has to need four octets. */
    byte[] pdu(int id) {
        return new BerWriter(pdu.length).raw(pdu).withId(id, idOffset());
    }

    /** Refuses bindings that cannot answer this request. */
    void verify(List<VariableBinding> bindings) throws BerException {
        boolean bulk = request instanceof SnmpRequest.GetBulk;
        if (!bulk && bindings.size() != oids.size()) {
            throw new BerException("has " + bindings.size() + " values for " + oids.size() + " objects");
        }
        if (request instanceof SnmpRequest.Get) {
            for (int i = 0; i < oids.size(); i++) {
                if (!bindings.get(i).getOid().equals(oids.get(i))) {
                    throw new BerException("has " + bindings.get(i).getOid() + " where " + oids.get(i) + " was asked");
                }
            }
        }
    }

    private static byte[] encode(SnmpRequest request) {
        var out = new BerWriter(512);
        for (OID oid : request.oids().reversed()) {
            int binding = out.written();
            out.raw(NULL_VALUE).oid(oid).header(0x30, binding);
        }
        out.header(0x30, 0);
        return switch (request) {
            case SnmpRequest.Get ignored -> pdu(out, 0xA0, 0, 0);
            case SnmpRequest.GetNext ignored -> pdu(out, 0xA1, 0, 0);
            case SnmpRequest.GetBulk bulk -> pdu(out, 0xA5, bulk.nonRepeaters(), bulk.maxRepetitions());
        };
    }

    private static byte[] pdu(BerWriter out, int tag, int first, int second) {
        return out.integer(second)
                .integer(first)
                .integer(ANY_FOUR_OCTETS)
                .header(tag, 0)
                .toByteArray();
    }

    private static byte[] contents(OID oid) {
        var encoded = new BerWriter(64).oid(oid).toByteArray();
        int header = encoded[1] >= 0 ? 2 : 2 + (encoded[1] & 0x7F);
        return Arrays.copyOfRange(encoded, header, encoded.length);
    }
}
