package id.ronda.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Oid;
import id.ronda.simulator.ServedValue;
import id.ronda.simulator.SimulatedDevice;
import id.ronda.simulator.Syntax;
import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** The responder held against RFC 3416 written down once more over a sorted set. */
class PduResponderTest {
    private static final String ROOT = "1.3.6.1.4.1.";
    private static final int ROOMY = 60_000;

    private final PduResponder responder = new PduResponder();

    @Property(tries = 300)
    void getAnswersWhatIsThereAndNamesWhatIsNot(
            @ForAll @Size(max = 30) Set<@IntRange(max = 400) Integer> objects,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> asked)
            throws IOException, MalformedBer {
        PDU answer = respond(objects, pdu(PDU.GET, asked), ROOMY);
        assertThat(answer.size()).isEqualTo(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            assertThat(answer.get(i).getOid()).isEqualTo(oid(asked.get(i)));
            assertThat(answer.get(i).isException()).isEqualTo(!objects.contains(asked.get(i)));
        }
    }

    @Property(tries = 300)
    void getNextAnswersTheSuccessor(
            @ForAll @Size(max = 30) Set<@IntRange(max = 400) Integer> objects,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> asked)
            throws IOException, MalformedBer {
        PDU answer = respond(objects, pdu(PDU.GETNEXT, asked), ROOMY);
        TreeSet<Integer> sorted = new TreeSet<>(objects);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(answer.get(i)).isEqualTo(successor(sorted, asked.get(i), asked.get(i)));
        }
    }

    @Property(tries = 400)
    void getBulkIsARepeatedGetNext(
            @ForAll @Size(max = 30) Set<@IntRange(max = 400) Integer> objects,
            @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> asked,
            @ForAll @IntRange(min = -1, max = 8) int nonRepeaters,
            @ForAll @IntRange(min = -1, max = 12) int maxRepetitions)
            throws IOException, MalformedBer {
        PDU request = pdu(PDU.GETBULK, asked);
        request.setNonRepeaters(nonRepeaters);
        request.setMaxRepetitions(maxRepetitions);
        PDU answer = respond(objects, request, ROOMY);
        assertThat(answer.getErrorStatus()).isZero();
        assertThat(answer.getVariableBindings())
                .isEqualTo(bulk(new TreeSet<>(objects), asked, nonRepeaters, maxRepetitions));
    }

    @Property(tries = 200)
    void getBulkIsCutButNeverReordered(
            @ForAll @Size(min = 5, max = 30) Set<@IntRange(max = 400) Integer> objects,
            @ForAll @IntRange(min = 100, max = 600) int limit)
            throws IOException, MalformedBer {
        PDU request = pdu(PDU.GETBULK, List.of(0));
        request.setMaxRepetitions(40);
        PDU answer = respond(objects, request, limit);
        List<VariableBinding> whole = bulk(new TreeSet<>(objects), List.of(0), 0, 40);
        assertThat(answer.getBERLength()).isLessThanOrEqualTo(limit);
        assertThat(answer.getVariableBindings())
                .isEqualTo(whole.subList(0, answer.size()))
                .isNotEmpty();
    }

    @Property(tries = 200)
    void getIsWholeOrTooBig(
            @ForAll @Size(min = 1, max = 30) Set<@IntRange(max = 400) Integer> objects,
            @ForAll @IntRange(min = 60, max = 600) int limit)
            throws IOException, MalformedBer {
        PDU answer = respond(objects, pdu(PDU.GET, new ArrayList<>(objects)), limit);
        if (answer.getErrorStatus() == PDU.tooBig) {
            assertThat(answer.size()).isZero();
        } else {
            assertThat(answer.size()).isEqualTo(objects.size());
            assertThat(answer.getBERLength()).isLessThanOrEqualTo(limit);
        }
    }

    private PDU respond(Set<Integer> objects, PDU request, int limit) throws IOException, MalformedBer {
        request.setRequestID(new Integer32(4_711));
        byte[] octets = new byte[request.getBERLength()];
        request.encodeBER(new BEROutputStream(ByteBuffer.wrap(octets)));
        PduRequest read = new PduRequest();
        read.read(new BerReader().over(octets, 0, octets.length));
        BerWriter out = new BerWriter(16);
        responder.respond(session(objects), read, false, new Moment(0, 0, 0), 0, out, limit);
        PDU answer = new PDU();
        answer.decodeBER(new BERInputStream(ByteBuffer.wrap(out.toByteArray())));
        assertThat(answer.getType()).isEqualTo(PDU.RESPONSE);
        assertThat(answer.getRequestID()).isEqualTo(new Integer32(4_711));
        return answer;
    }

    private static Session session(Set<Integer> objects) {
        ObjectTree.Builder tree = ObjectTree.builder();
        objects.forEach(object -> tree.put(Oid.of(ROOT + object), ServedValue.number(Syntax.INTEGER, object)));
        return new Session(SimulatedDevice.named("one").tree(tree.build()).build(), null, 0);
    }

    private static PDU pdu(int type, List<Integer> asked) {
        PDU pdu = new PDU();
        pdu.setType(type);
        asked.forEach(object -> pdu.add(new VariableBinding(oid(object))));
        return pdu;
    }

    private static OID oid(int object) {
        return new OID(ROOT + object);
    }

    private static VariableBinding successor(NavigableSet<Integer> sorted, int asked, int named) {
        Integer next = sorted.higher(asked);
        return next == null
                ? new VariableBinding(oid(named), Null.endOfMibView)
                : new VariableBinding(oid(next), new Integer32(next));
    }

    private static List<VariableBinding> bulk(
            NavigableSet<Integer> sorted, List<Integer> asked, int nonRepeaters, int times) {
        int first = Math.clamp(nonRepeaters, 0, asked.size());
        List<VariableBinding> expected = new ArrayList<>();
        asked.subList(0, first).forEach(object -> expected.add(successor(sorted, object, object)));
        List<Integer> cursors = new ArrayList<>(asked.subList(first, asked.size()));
        for (int repetition = 0; repetition < times && !cursors.isEmpty(); repetition++) {
            boolean anyLeft = false;
            for (int i = 0; i < cursors.size(); i++) {
                VariableBinding next = successor(sorted, cursors.get(i), cursors.get(i));
                anyLeft |= !next.isException();
                expected.add(next);
                cursors.set(i, next.getOid().last());
            }
            if (!anyLeft) {
                break;
            }
        }
        return expected;
    }
}
