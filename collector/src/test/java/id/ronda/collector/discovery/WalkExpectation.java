package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceInterface;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** What RFC 2863 says about the rows of a walk, worked out from its raw objects and not by the code under test. */
final class WalkExpectation {
    private static final String[] OPER = {
        "unknown", "up", "down", "testing", "unknown", "dormant", "notPresent", "lowerLayerDown"
    };

    private final NavigableMap<OID, Variable> objects;

    WalkExpectation(NavigableMap<OID, Variable> objects) {
        this.objects = objects;
    }

    void check(String recording, Inventory found) {
        var byIndex =
                found.interfaces().stream().collect(Collectors.toMap(DeviceInterface::index, Function.identity()));
        assertThat(byIndex.keySet()).as("rows of %s", recording).isEqualTo(rows());
        byIndex.forEach((index, row) -> {
            String where = recording + " ifIndex " + index;
            assertThat(row.name()).as("name of %s", where).isEqualTo(name(index));
            assertThat(row.type()).as("type of %s", where).isEqualTo(small(number("2.2.1.3", index)));
            assertThat(row.speed()).as("speed of %s", where).isEqualTo(speed(index));
            assertThat(row.operStatus().code())
                    .as("ifOperStatus of %s", where)
                    .isEqualTo(state(number("2.2.1.8", index)));
            assertThat(row.adminStatus().code())
                    .as("ifAdminStatus of %s", where)
                    .isEqualTo(state(number("2.2.1.7", index)));
        });
    }

    private static @Nullable Integer small(@Nullable Long number) {
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    /** Every index that has an object of ifTable or ifXTable. */
    private Set<Long> rows() {
        var rows = new TreeSet<Long>();
        for (String table : new String[] {"2.2.1", "31.1.1.1"}) {
            var entry = new OID("1.3.6.1.2.1." + table);
            objects.tailMap(entry, true).keySet().stream()
                    .takeWhile(oid -> oid.startsWith(entry))
                    .filter(oid -> oid.size() == entry.size() + 2)
                    .forEach(oid -> rows.add(oid.lastUnsigned()));
        }
        return rows;
    }

    private String name(long index) {
        String ifName = text("31.1.1.1.1", index);
        return ifName.isEmpty() ? text("2.2.1.2", index) : ifName;
    }

    private @Nullable Long speed(long index) {
        Long bits = number("2.2.1.5", index);
        Long megabits = number("31.1.1.1.15", index);
        if (megabits == null || megabits <= 0) {
            return bits;
        }
        return bits == null || bits == 4_294_967_295L || megabits >= 20 ? Long.valueOf(megabits * 1_000_000) : bits;
    }

    private static String state(@Nullable Long number) {
        return number == null || number < 0 || number >= OPER.length ? "unknown" : OPER[number.intValue()];
    }

    private String text(String column, long index) {
        var value = objects.get(new OID("1.3.6.1.2.1." + column + "." + index));
        return value instanceof OctetString octets ? clean(octets) : value == null ? "" : value.toString();
    }

    private static String clean(OctetString octets) {
        String utf8 = new String(octets.getValue(), StandardCharsets.UTF_8);
        String text = utf8.contains("\ufffd") ? new String(octets.getValue(), StandardCharsets.ISO_8859_1) : utf8;
        if (text.matches("(?s).*[\\x01-\\x08\\x0e-\\x1b\\x7f-\\x9f].*")) {
            return octets.toHexString(':');
        }
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private @Nullable Long number(String column, long index) {
        var value = objects.get(new OID("1.3.6.1.2.1." + column + "." + index));
        return value == null || value instanceof OctetString ? null : Long.valueOf(value.toLong());
    }
}
