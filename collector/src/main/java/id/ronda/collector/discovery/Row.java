package id.ronda.collector.discovery;

import id.ronda.collector.profile.NameTemplate;
import id.ronda.collector.reading.DisplayText;
import id.ronda.collector.source.SourceNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * A row of a table on the device, and the places of a {@link NameTemplate} in it.
 *
 * @param position among the rows of the measured column in the order of their indexes, from 1
 */
record Row(Look look, OID entry, OID index, int position, Map<String, String> parameters) {
    private static final OID SCALAR = new OID("0");
    private static final String INDEX_TEXT = "index.text.";
    private static final String LABEL = "label.";

    /** The text at a place, {@code ""} if there is none. */
    String text(String place) {
        if (place.equals("index")) {
            return index.toString();
        }
        if (place.equals("position")) {
            return Integer.toString(position);
        }
        if (place.startsWith(INDEX_TEXT)) {
            return textInIndex(Integer.parseInt(place.substring(INDEX_TEXT.length())));
        }
        if (place.startsWith(LABEL)) {
            return label(place.substring(LABEL.length()));
        }
        if (place.startsWith("index.")) {
            int part = Integer.parseInt(place.substring("index.".length()));
            return part <= index.size() ? Integer.toUnsignedString(index.get(part - 1)) : "";
        }
        var cell = cell(place);
        return cell == null ? "" : DisplayText.of(cell);
    }

    /** The text that the index holds in that order: its length, then its octets (RFC 2578, 7.7). */
    private String textInIndex(int order) {
        int from = 0;
        for (int i = 1; i < order && from < index.size(); i++) {
            from += 1 + index.get(from);
        }
        int to = from < index.size() ? from + 1 + index.get(from) : from;
        var text = new StringBuilder();
        for (int i = from + 1; i < Math.min(to, index.size()); i++) {
            text.append((char) index.get(i));
        }
        return text.toString();
    }

    /** A label of this series, or {@code label@metric}: of the first of that metric's series whose labels are the same where both have one. */
    private String label(String place) {
        int at = place.indexOf('@');
        var own = SourceNames.labels(index);
        if (at < 0) {
            return own.getOrDefault(place, "");
        }
        return look.column(Columns.oid(entry, place.substring(at + 1), parameters)).keySet().stream()
                .map(SourceNames::labels)
                .filter(other -> agree(own, other))
                .map(other -> other.getOrDefault(place.substring(0, at), ""))
                .findFirst()
                .orElse("");
    }

    private static boolean agree(Map<String, String> one, Map<String, String> other) {
        var shared = new HashSet<>(one.keySet());
        shared.retainAll(other.keySet());
        return !shared.isEmpty() && shared.stream().allMatch(l -> Objects.equals(one.get(l), other.get(l)));
    }

    /** The value of the cell at a place, or null. */
    @Nullable
    Variable cell(String place) {
        int at = place.indexOf('@');
        String column = at < 0 ? place : place.substring(0, at);
        return look.cell(Columns.oid(entry, column, parameters), at < 0 ? index : first(place.substring(at + 1)));
    }

    /** So many parts of the index; none of it is the instance of a scalar. */
    private OID first(String count) {
        return count.equals("0")
                ? SCALAR
                : new OID(index.getValue(), 0, Math.min(Integer.parseInt(count), index.size()));
    }

    /** The first of the names that is not blank, or {@code ""}. */
    String name(List<NameTemplate> names) {
        return names.stream()
                .map(n -> n.fill(this::text))
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElse("");
    }
}
