package id.ronda.collector.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** An agent in memory that has the objects of a recording ({@code OID|TAG|VALUE} a line) or of a test; can be told to fail. */
final class RecordedAgent implements Agent {
    private static final Pattern LINE = Pattern.compile("^\\.?([0-9.]+)\\|(\\d+)(x?)\\|(.*)$", Pattern.DOTALL);

    private final NavigableMap<OID, Variable> objects = new TreeMap<>();
    private final Set<OID> failingWalks = new HashSet<>();
    private String failure = "timeout";
    private final List<OID> walked = new ArrayList<>();

    static RecordedAgent of(Path recording) {
        try {
            return of(Files.readString(recording, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedAgent of(String lines) {
        var agent = new RecordedAgent();
        lines.lines().map(LINE::matcher).filter(m -> m.matches()).forEach(m -> {
            var value = value(
                    Integer.parseInt(m.group(2)),
                    m.group(3).isEmpty() ? m.group(4).getBytes(StandardCharsets.ISO_8859_1) : hex(m.group(4)));
            if (value != null) {
                agent.objects.putIfAbsent(new OID(m.group(1)), value);
            }
        });
        return agent;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits.substring(1));
    }

    private static @Nullable Variable value(int tag, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        try {
            return switch (tag) {
                case 2 -> new Integer32((int) Long.parseLong(text));
                case 4 -> new OctetString(bytes);
                case 5 -> new Null();
                case 6 -> new OID(text);
                case 64 -> new IpAddress(text);
                case 65 -> new Counter32(Long.parseLong(text) & 0xffff_ffffL);
                case 66 -> new Gauge32(Long.parseLong(text) & 0xffff_ffffL);
                case 67 -> new TimeTicks(Long.parseLong(text) & 0xffff_ffffL);
                case 68 -> new Opaque(bytes);
                case 70 -> new Counter64(Long.parseUnsignedLong(text));
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Walks of that column end half-way. */
    RecordedAgent failingAt(String subtree, String reason) {
        failure = reason;
        failingWalks.add(new OID(subtree));
        return this;
    }

    NavigableMap<OID, Variable> objects() {
        return objects;
    }

    List<OID> walked() {
        return walked;
    }

    @Override
    public Got get(List<OID> wanted) {
        var values = new HashMap<OID, Variable>();
        wanted.stream().filter(objects::containsKey).forEach(oid -> values.put(oid, objects.get(oid)));
        return new Values(values, Map.of());
    }

    @Override
    public Walked walk(List<OID> columns, int maxRows) {
        walked.addAll(columns);
        var rows = columns.stream().flatMap(this::below).limit(maxRows).toList();
        boolean fails = columns.stream().anyMatch(failingWalks::contains);
        return new Walked(fails ? rows.subList(0, rows.size() / 2) : rows, fails ? new Failed(failure, "") : null);
    }

    private Stream<VariableBinding> below(OID column) {
        return objects.tailMap(column, true).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(column))
                .map(e -> new VariableBinding(e.getKey(), e.getValue()));
    }
}
