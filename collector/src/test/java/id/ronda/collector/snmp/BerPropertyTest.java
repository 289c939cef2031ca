package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Our BER against SNMP4J's: what one writes the other reads. */
class BerPropertyTest {
    @Property(tries = 300)
    void snmp4jReadsOurRequests(@ForAll("oids") List<OID> oids, @ForAll int repetitions) throws IOException {
        int max = Math.max(1, repetitions >>> 8);
        var request = PreparedRequest.of(new SnmpRequest.GetBulk(3, max, oids));

        var pdu = new PDU();
        pdu.decodeBER(new BERInputStream(ByteBuffer.wrap(request.pdu(0x1234_5678))));

        assertThat(pdu.getType()).isEqualTo(PDU.GETBULK);
        assertThat(pdu.getRequestID().getValue()).isEqualTo(0x1234_5678);
        assertThat(pdu.getNonRepeaters()).isEqualTo(3);
        assertThat(pdu.getMaxRepetitions()).isEqualTo(max);
        assertThat(pdu.getVariableBindings())
                .extracting(VariableBinding::getOid)
                .containsExactlyElementsOf(oids);
    }

    @Property(tries = 300)
    void weReadWhatSnmp4jWrites(@ForAll("bindings") List<VariableBinding> bindings) throws Exception {
        var request = PreparedRequest.of(new SnmpRequest.Get(List.of(new OID("1.3.6.1"))));
        byte[] list = encoded(bindings);

        assertThat(Bindings.read(new BerReader(list, 0, list.length), request)).isEqualTo(bindings);
    }

    @Property(tries = 300)
    void anOidThatWasAskedForIsNotBuiltAgain(@ForAll("oid") OID oid) throws BerException {
        var request = PreparedRequest.of(new SnmpRequest.Get(List.of(oid)));
        byte[] octets = new BerWriter(8).oid(oid).toByteArray();

        assertThat(new BerReader(octets, 0, octets.length).oid(oid, request.encodedOid(0)))
                .isSameAs(oid);
    }

    @Property(tries = 500)
    void integersComeBack(@ForAll int value) throws BerException {
        byte[] octets = new BerWriter(1).integer(value).toByteArray();

        assertThat(new BerReader(octets, 0, octets.length).integer()).isEqualTo(value);
        assertThat(octets).hasSize(new Integer32(value).getBERLength());
    }

    /** Only the reader's own exception may come out of octets of a stranger. */
    @Property(tries = 2000)
    void brokenOctetsAreRefusedOrReadAndNothingElse(
            @ForAll("bindings") List<VariableBinding> bindings, @ForAll int where, @ForAll byte what, @ForAll int cut)
            throws IOException {
        byte[] list = encoded(bindings);
        list[Math.floorMod(where, list.length)] = what;
        int length = list.length - (cut % 3 == 0 ? Math.floorMod(cut, list.length) : 0);
        try {
            Bindings.read(
                    new BerReader(list, 0, length),
                    PreparedRequest.of(new SnmpRequest.Get(List.of(new OID("1.3.6.1")))));
        } catch (BerException e) {
            assertThat(e).hasMessageMatching("(ends|has) .*");
        }
    }

    @Property(tries = 2000)
    void anyOctetsAreAHeadOrRefused(@ForAll byte[] octets) {
        try {
            assertThat(MessageHead.read(new BerReader(octets, 0, octets.length)).version())
                    .isIn(0, 1, 3);
        } catch (BerException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Provide
    Arbitrary<OID> oid() {
        var first = Arbitraries.integers().between(0, 2);
        var second = Arbitraries.integers().between(0, 39);
        var rest = Arbitraries.integers().array(int[].class).ofMaxSize(20);
        return Combinators.combine(first, second, rest)
                .as((a, b, tail) -> new OID(
                        IntStream.concat(IntStream.of(a, b), IntStream.of(tail)).toArray()));
    }

    @Provide
    Arbitrary<List<OID>> oids() {
        return oid().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<VariableBinding>> bindings() {
        return Combinators.combine(oid(), values())
                .as(VariableBinding::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Arbitrary<Variable> values() {
        var unsigned = Arbitraries.longs().between(0, 0xFFFF_FFFFL);
        var octets = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        List<Arbitrary<? extends Variable>> kinds = new ArrayList<>();
        kinds.add(Arbitraries.integers().map(Integer32::new));
        kinds.add(unsigned.map(Counter32::new));
        kinds.add(unsigned.map(Gauge32::new));
        kinds.add(unsigned.map(TimeTicks::new));
        kinds.add(Arbitraries.longs().map(Counter64::new));
        kinds.add(octets.map(OctetString::new));
        kinds.add(Arbitraries.bytes().array(byte[].class).ofSize(4).map(IpAddress::new));
        kinds.add(Arbitraries.of(Null.noSuchObject, Null.noSuchInstance, Null.endOfMibView));
        kinds.add(Arbitraries.of(new OID("1.3.6.1.4.1.9.1.1")));
        return Arbitraries.of(kinds).flatMap(kind -> kind.map(Variable.class::cast));
    }

    private static byte[] encoded(List<VariableBinding> bindings) throws IOException {
        var out = new ByteArrayOutputStream();
        int length = bindings.stream().mapToInt(VariableBinding::getBERLength).sum();
        BER.encodeHeader(out, 0x30, length);
        for (var binding : bindings) {
            binding.encodeBER(out);
        }
        return out.toByteArray();
    }
}
