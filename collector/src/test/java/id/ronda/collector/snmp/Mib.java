package id.ronda.collector.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.TreeMap;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** The objects of a fake device and how an honest agent answers for them, by SNMP4J's codec. */
final class Mib implements FakeDevice.Behaviour {
    private final TreeMap<OID, Variable> objects = new TreeMap<>();

    Mib with(String oid, Variable value) {
        objects.put(new OID(oid), value);
        return this;
    }

    /** A table's column with the values 1 to {@code rows}. */
    Mib column(String oid, int rows) {
        for (int row = 1; row <= rows; row++) {
            objects.put(new OID(oid).append(row), new Integer32(row));
        }
        return this;
    }

    @Override
    public void receive(byte[] request, FakeDevice.Reply reply) throws IOException {
        reply.send(answer(request));
    }

    byte[] answer(byte[] request) throws IOException {
        var message = Message.read(request);
        return message.version() == 0 ? answerV1(message) : message.reply(answer(message.pdu()));
    }

    PDU answer(PDU request) {
        var response = new PDU();
        switch (request.getType()) {
            case PDU.GET -> request.getVariableBindings().forEach(each -> response.add(get(each.getOid())));
            case PDU.GETNEXT -> request.getVariableBindings().forEach(each -> response.add(next(each.getOid())));
            default -> bulk(request, response);
        }
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        return response;
    }

    private byte[] answerV1(Message message) throws IOException {
        var response = answer(message.pdu());
        var v1 = new PDUv1();
        v1.setType(PDU.RESPONSE);
        v1.setRequestID(response.getRequestID());
        for (int i = 0; i < response.size(); i++) {
            if (response.get(i).isException()) {
                v1.setErrorStatus(PDU.noSuchName);
                v1.setErrorIndex(i + 1);
                v1.setVariableBindings(message.pdu().getVariableBindings());
                return message.reply(v1);
            }
        }
        v1.setVariableBindings(response.getVariableBindings());
        return message.reply(v1);
    }

    private VariableBinding get(OID oid) {
        var value = objects.get(oid);
        return new VariableBinding(oid, value == null ? Null.noSuchInstance : value);
    }

    private VariableBinding next(OID oid) {
        var entry = objects.higherEntry(oid);
        return entry == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(entry.getKey(), entry.getValue());
    }

    private void bulk(PDU request, PDU response) {
        var oids = request.getVariableBindings().stream()
                .map(VariableBinding::getOid)
                .toList();
        for (int i = 0; i < request.getNonRepeaters(); i++) {
            response.add(next(oids.get(i)));
        }
        var repeaters = new ArrayList<>(oids.subList(request.getNonRepeaters(), oids.size()));
        for (int round = 0; round < request.getMaxRepetitions(); round++) {
            for (int i = 0; i < repeaters.size(); i++) {
                var binding = next(repeaters.get(i));
                repeaters.set(i, binding.getOid());
                response.add(binding);
            }
        }
    }

    /** A message of v1 or v2c. */
    record Message(int version, OctetString community, PDU pdu) {
        static Message read(byte[] octets) throws IOException {
            var in = new BERInputStream(ByteBuffer.wrap(octets));
            BER.decodeHeader(in, new BER.MutableByte());
            var version = new Integer32();
            version.decodeBER(in);
            var community = new OctetString();
            community.decodeBER(in);
            PDU pdu = version.getValue() == 0 ? new PDUv1() : new PDU();
            pdu.decodeBER(in);
            return new Message(version.getValue(), community, pdu);
        }

        byte[] reply(PDU response) throws IOException {
            var number = new Integer32(version);
            int length = number.getBERLength() + community.getBERLength() + response.getBERLength();
            var out = new BEROutputStream(ByteBuffer.allocate(length + 8));
            BER.encodeHeader(out, BER.SEQUENCE, length);
            number.encodeBER(out);
            community.encodeBER(out);
            response.encodeBER(out);
            var octets = new byte[out.getBuffer().position()];
            out.getBuffer().flip().get(octets);
            return octets;
        }
    }
}
