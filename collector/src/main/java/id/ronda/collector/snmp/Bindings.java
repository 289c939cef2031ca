package id.ronda.collector.snmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Reads the variable bindings of a response (RFC 3416 section 3) into SNMP4J's types. */
final class Bindings {
    private Bindings() {}

    /** Reads the list; OIDs that equal the request's at the same place are taken from there and not built again. */
    static List<VariableBinding> read(BerReader in, PreparedRequest request) throws BerException {
        in.enter(0x30);
        int listEnd = in.end();
        var bindings = new ArrayList<VariableBinding>(request.oids().size());
        while (in.hasMore()) {
            in.enter(0x30);
            int at = bindings.size();
            OID oid = at < request.oids().size() ? in.oid(request.oids().get(at), request.encodedOid(at)) : in.oid();
            bindings.add(new VariableBinding(oid, value(in)));
            in.leave(listEnd);
        }
        return bindings;
    }

    /** Numbers that devices encode with a wrong sign are read by their low 32 or 64 bits, as net-snmp does. */
    private static Variable value(BerReader in) throws BerException {
        int tag = in.peekTag();
        return switch (tag) {
            case 0x02 -> new Integer32(in.integer());
            case 0x04, 0x45 -> new OctetString(in.octets(tag));
            case 0x05 -> nothing(in, tag, new Null());
            case 0x06 -> in.oid();
            case 0x40 -> address(in.octets(tag));
            case 0x41 -> new Counter32(unsigned32(in, tag));
            case 0x42, 0x47 -> new Gauge32(unsigned32(in, tag));
            case 0x43 -> new TimeTicks(unsigned32(in, tag));
            case 0x44 -> new Opaque(in.octets(tag));
            case 0x46 -> new Counter64(in.number(tag, 9));
            case 0x80 -> nothing(in, tag, Null.noSuchObject);
            case 0x81 -> nothing(in, tag, Null.noSuchInstance);
            case 0x82 -> nothing(in, tag, Null.endOfMibView);
            default -> throw new BerException("has a value of unknown type 0x%02x".formatted(tag));
        };
    }

    private static long unsigned32(BerReader in, int tag) throws BerException {
        long value = in.number(tag, 8);
        if (value > 0xFFFF_FFFFL) {
            throw new BerException("has an unsigned number beyond 32 bits");
        }
        return value & 0xFFFF_FFFFL;
    }

    private static Variable nothing(BerReader in, int tag, Null value) throws BerException {
        in.skip(tag);
        return value;
    }

    private static Variable address(byte[] octets) throws BerException {
        if (octets.length != 4) {
            throw new BerException("has an IpAddress of " + Arrays.toString(octets));
        }
        return new IpAddress(octets);
    }
}
