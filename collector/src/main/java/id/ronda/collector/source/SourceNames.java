package id.ronda.collector.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snmp4j.smi.OID;

/**
 * Names of text sources as OIDs and back: {@code nut:battery.charge}, {@code prom:node_load1}. They lie under 2.999, the arc that is
 * kept for examples (ITU-T X.660), so that no device has them; a text becomes its length and its octets, as in an index (RFC 2578, 7.7).
 *
 * <ul>
 *   <li>A NUT variable is a scalar. Where its name counts something (an outlet, a phase) it is also a row of the column with a star in
 *       that place, {@code nut:outlet.*.current}, whose index is the text in the star's place.
 *   <li>A metric is a column, a series of it a row, whose index is each label's name and value, in the order of the names: series of the
 *       same labels are one row. A series without labels is a scalar.
 * </ul>
 */
public final class SourceNames {
    /** Below it lie the variables of a NUT server's UPS; also what it answers as sysObjectID. */
    public static final OID NUT = new OID("2.999.1");
    /** Below it lie the metrics of a Prometheus endpoint; also what it answers as sysObjectID. */
    public static final OID PROMETHEUS = new OID("2.999.2");

    private static final String NUT_PREFIX = "nut:";
    private static final String PROMETHEUS_PREFIX = "prom:";
    private static final OID SCALAR = new OID("0");
    private static final Pattern NUT_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.([A-Za-z0-9_-]+|\\*))*");
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final int OCTET = 0xFF;

    private SourceNames() {}

    /** Whether a profile's text means an object of a text source. */
    public static boolean isName(String text) {
        return text.startsWith(NUT_PREFIX) || text.startsWith(PROMETHEUS_PREFIX);
    }

    /**
     * The column of that name; {@code nut:} and {@code prom:} alone are the tables of everything.
     *
     * @throws IllegalArgumentException when it is no name of a variable or metric
     */
    public static OID column(String text) {
        boolean nut = text.startsWith(NUT_PREFIX);
        String name = text.substring(text.indexOf(':') + 1);
        OID arc = nut ? NUT : PROMETHEUS;
        if (!isName(text)
                || !(name.isEmpty() || (nut ? NUT_NAME : METRIC).matcher(name).matches())) {
            throw new IllegalArgumentException(text + " is no name of a variable or metric");
        }
        return name.isEmpty() ? arc : row(arc, List.of(name));
    }

    /** The scalar of that name. */
    public static OID scalar(String text) {
        return scalar(column(text));
    }

    static OID scalar(OID column) {
        return new OID(column.getValue(), SCALAR.getValue());
    }

    /** The row of a column whose index are these texts. */
    static OID row(OID column, Collection<String> index) {
        var octets = index.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .flatMapToInt(text -> IntStream.concat(
                        IntStream.of(text.length),
                        IntStream.range(0, text.length).map(i -> text[i] & OCTET)))
                .toArray();
        return new OID(column.getValue(), octets);
    }

    /** The series of a metric with those labels. */
    static OID series(String metric, SortedMap<String, String> labels) {
        var texts = new ArrayList<String>();
        labels.forEach((name, value) -> texts.addAll(List.of(name, value)));
        OID column = row(PROMETHEUS, List.of(metric));
        return labels.isEmpty() ? scalar(column) : row(column, texts);
    }

    /** The labels in the index of a series, in the order of their names; none if the index holds none. */
    public static Map<String, String> labels(OID index) {
        var texts = texts(index, 0);
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            labels.put(texts.get(i), texts.get(i + 1));
        }
        return labels;
    }

    /** As people know the object: its name in its source, else the OID itself. */
    public static String shown(OID oid) {
        if (oid.startsWith(NUT) && oid.size() > NUT.size()) {
            return nut(texts(oid, NUT.size()));
        }
        return oid.startsWith(PROMETHEUS) && oid.size() > PROMETHEUS.size()
                ? metric(texts(oid, PROMETHEUS.size()))
                : oid.toString();
    }

    private static String nut(List<String> texts) {
        String name = texts.isEmpty() ? "" : texts.getFirst();
        return NUT_PREFIX + (texts.size() > 1 ? name.replace("*", texts.get(1)) : name);
    }

    private static String metric(List<String> texts) {
        String name = PROMETHEUS_PREFIX + (texts.isEmpty() ? "" : texts.getFirst());
        if (texts.size() < 2) {
            return name;
        }
        return IntStream.range(0, (texts.size() - 1) / 2)
                .mapToObj(i -> texts.get(2 * i + 1) + "=\"" + escaped(texts.get(2 * i + 2)) + '"')
                .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** The texts from that place on; the final 0 of a scalar is none, and what is cut short ends them. */
    private static List<String> texts(OID oid, int from) {
        var texts = new ArrayList<String>();
        int at = from;
        while (at < oid.size() && !(oid.get(at) == 0 && at == oid.size() - 1 && texts.size() < 2)) {
            int length = oid.get(at);
            if (length < 0 || length > oid.size() - at - 1) {
                break;
            }
            var octets = new byte[length];
            for (int i = 0; i < length; i++) {
                octets[i] = (byte) oid.get(at + 1 + i);
            }
            texts.add(new String(octets, StandardCharsets.UTF_8));
            at += 1 + length;
        }
        return texts;
    }
}
