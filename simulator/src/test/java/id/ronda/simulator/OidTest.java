package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.smi.OID;

class OidTest {
    @Property(tries = 500)
    void orderIsThatOfSnmp4j(@ForAll("oids") OID one, @ForAll("oids") OID other) {
        int order = Oid.of(one.toDottedString()).compareTo(Oid.of(other.toDottedString()));
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Property(tries = 300)
    void encodingIsThatOfSnmp4j(@ForAll("oids") OID oid) {
        byte[] encoded = Oid.of(oid.toDottedString()).encoded();
        byte[] theirs = new byte[encoded.length];
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(oid.getBERLength());
        try {
            oid.encodeBER(new org.snmp4j.asn1.BEROutputStream(buffer));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        buffer.position(buffer.capacity() - encoded.length).get(theirs);
        assertThat(encoded).isEqualTo(theirs);
    }

    @Property(tries = 300)
    void dottedFormComesBack(@ForAll("oids") OID oid) {
        assertThat(Oid.of(oid.toDottedString())).hasToString(oid.toDottedString());
    }

    @Test
    void childrenStandBehindTheirParentAndBeforeItsSibling() {
        Oid column = Oid.of("1.3.6.1.2.1.2.2.1.2");
        assertThat(List.of(column.child(1), column.child(127), column.child(128), column.child(16_384, 5)))
                .isSorted()
                .allMatch(child -> child.startsWith(column) && child.compareTo(column) > 0);
        assertThat(column.child(4_294_967_295L)).isLessThan(Oid.of("1.3.6.1.2.1.2.2.1.3"));
        assertThat(column.startsWith(column.child(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.3.6.x", "3.1", "1.40.1", "1.3.6.4294967296", "1..3", "1.3.-1"})
    void whatIsNoneIsRefused(String dotted) {
        assertThatThrownBy(() -> Oid.of(dotted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeadingDotIsAllowed() {
        assertThat(Oid.of(".1.3.6.1")).isEqualTo(Oid.of("1.3.6.1")).hasSameHashCodeAs(Oid.of("1.3.6.1"));
    }

    @Provide
    Arbitrary<OID> oids() {
        Arbitrary<Long> arc = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.longs().between(0, 3)),
                net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(120, 135)),
                net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(16_380, 16_390)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 4_294_967_295L)));
        return arc.list().ofMinSize(1).ofMaxSize(6).map(arcs -> {
            OID oid = new OID("1.3");
            arcs.forEach(value -> oid.append(new OID(new int[] {value.intValue()})));
            return oid;
        });
    }

    @Test
    void sortingManyGivesTheOrderOfTheWalk() {
        Oid[] oids = {
            Oid.of("1.3.6.1.10"), Oid.of("1.3.6.1.9"), Oid.of("1.3.6.1"), Oid.of("1.0.8802.1"), Oid.of("1.3.6.1.9.1")
        };
        Arrays.sort(oids);
        assertThat(oids)
                .extracting(Oid::toString)
                .containsExactly("1.0.8802.1", "1.3.6.1", "1.3.6.1.9", "1.3.6.1.9.1", "1.3.6.1.10");
    }
}
