package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CSV text of devices (RFC 4180; a header with semicolons makes it a file of an office program that writes those).
 * The header decides which columns there are. Each row becomes the same form that a JSON device has; an empty cell of a
 * column that is there means "none" or the default, a column that is not there leaves a known device's field alone.
 */
public final class DeviceCsv {

    private static final Set<String> OF_SNMP = Set.of(
            "version",
            "community",
            "user",
            "context",
            "authProtocol",
            "authPassphrase",
            "privProtocol",
            "privPassphrase");
    private static final Set<String> OF_DEVICE = Set.of(
            "address",
            "port",
            "name",
            "interval",
            "enabled",
            "checks",
            "unit",
            "classification",
            "location",
            "parent",
            "tags");
    private static final Set<String> OF_NUT = Set.of("ups", "user", "password");
    private static final Set<String> OF_PROMETHEUS = Set.of("path", "tls", "token");
    private static final String SOURCE = "source";
    private static final Set<String> KNOWN = Stream.of(OF_DEVICE, OF_SNMP, OF_NUT, OF_PROMETHEUS, Set.of(SOURCE))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Wording NO_SOURCE =
            new Wording("must be snmp, nut or prometheus", "harus snmp, nut, atau prometheus");
    private static final Set<String> LISTS = Set.of("tags", "checks");

    private DeviceCsv() {}

    /** What comes of a text. */
    public sealed interface Judged {
        /** It is a table of devices; each row may still be refused by itself. */
        record Accepted(List<FormRow> rows) implements Judged {}

        /** It is not: no row of it may be used. */
        record Refused(List<FieldError> errors) implements Judged {}
    }

    /** Takes the text apart. */
    public static Judged parse(String text) {
        try (CsvReader<CsvRecord> reader = reader(text)) {
            List<CsvRecord> records =
                    reader.stream().filter(DeviceCsv::isFilled).toList();
            return records.isEmpty()
                    ? refused("there is no header", "tidak ada tajuk")
                    : judged(records.getFirst(), records.subList(1, records.size()));
        } catch (CsvParseException e) {
            return refused("is not CSV: " + reason(e), "bukan CSV: " + reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** The library wraps what it found in a sentence about itself. */
    private static String reason(CsvParseException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.getCause().getMessage());
    }

    private static CsvReader<CsvRecord> reader(String text) {
        String header = text.lines().findFirst().orElse("");
        return CsvReader.builder()
                .fieldSeparator(header.contains(";") && !header.contains(",") ? ';' : ',')
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutByteOrderMark(text));
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isFilled(CsvRecord row) {
        return row.getFields().stream().anyMatch(cell -> !cell.isBlank());
    }

    private static Judged judged(CsvRecord header, List<CsvRecord> rows) {
        List<String> columns =
                header.getFields().stream().map(DeviceCsv::column).toList();
        List<FieldError> errors = headerErrors(columns);
        return errors.isEmpty()
                ? new Judged.Accepted(
                        rows.stream().map(row -> row(columns, row)).toList())
                : new Judged.Refused(errors);
    }

    private static List<FieldError> headerErrors(List<String> columns) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (!KNOWN.contains(column)) {
                errors.add(new FieldError(
                        "/1", "\"" + column + "\" is not a known column", "kolom \"" + column + "\" tidak dikenal"));
            } else if (!seen.add(column)) {
                errors.add(new FieldError(
                        "/1", "the column " + column + " stands there twice", "kolom " + column + " ada dua kali"));
            }
        }
        if (!seen.contains("address")) {
            errors.add(new FieldError("/1", "the column address is missing", "kolom address tidak ada"));
        }
        return errors;
    }

    private static String column(String cell) {
        return KNOWN.stream()
                .filter(known -> known.equalsIgnoreCase(cell.strip()))
                .findFirst()
                .orElse(cell.strip());
    }

    private static FormRow row(List<String> columns, CsvRecord cells) {
        int line = (int) cells.getStartingLineNumber();
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        if (cells.getFieldCount() != columns.size()) {
            String en = "has " + cells.getFieldCount() + " cells, the header " + columns.size();
            String id = "berisi " + cells.getFieldCount() + " sel, tajuknya " + columns.size();
            return new FormRow(line, form, List.of(new FieldError("", en, id)));
        }
        Optional<SourceKind> kind = kind(columns, cells);
        if (kind.isEmpty()) {
            return new FormRow(line, form, List.of(new FieldError("/" + SOURCE, NO_SOURCE)));
        }
        return filled(columns, cells, kind.get(), new FormRow(line, form, List.of()));
    }

    /** What the column source says; a row without it is of SNMP. */
    private static Optional<SourceKind> kind(List<String> columns, CsvRecord cells) {
        int at = columns.indexOf(SOURCE);
        String said = at < 0 ? "" : cells.getField(at).strip().toLowerCase(Locale.ROOT);
        return said.isEmpty() ? Optional.of(SourceKind.SNMP) : SourceKind.ofCode(said);
    }

    private static FormRow filled(List<String> columns, CsvRecord cells, SourceKind kind, FormRow row) {
        ObjectNode object = row.form().putObject(kind.code());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = cells.getField(i);
            if (OF_DEVICE.contains(column)) {
                put(row.form(), column, cell);
            } else if (of(kind).contains(column)) {
                putAccess(object, column, cell);
            } else if (!column.equals(SOURCE) && !cell.isBlank()) {
                errors.add(new FieldError(
                        "/" + column,
                        "does not belong to the source " + kind.code(),
                        "bukan milik sumber " + kind.code()));
            }
        }
        return new FormRow(row.row(), row.form(), List.copyOf(errors));
    }

    private static Set<String> of(SourceKind kind) {
        return switch (kind) {
            case SNMP -> OF_SNMP;
            case NUT -> OF_NUT;
            case PROMETHEUS -> OF_PROMETHEUS;
        };
    }

    /** Secrets keep their blanks: they are part of them. */
    private static void putAccess(ObjectNode object, String column, String cell) {
        if (cell.isBlank()) {
            object.putNull(column);
        } else if (column.equals("tls") && isTruth(cell.strip())) {
            object.put(column, Boolean.parseBoolean(cell.strip()));
        } else {
            object.put(column, cell);
        }
    }

    private static boolean isTruth(String text) {
        return text.toLowerCase(Locale.ROOT).matches("true|false");
    }

    private static void put(ObjectNode form, String column, String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            form.putNull(column);
        } else if (LISTS.contains(column)) {
            Stream.of(text.split("[;,]"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(form.withArray(column)::add);
        } else if (column.equals("port") && text.matches("\\d{1,9}")) {
            form.put(column, Integer.parseInt(text));
        } else if (column.equals("enabled") && isTruth(text)) {
            form.put(column, Boolean.parseBoolean(text));
        } else {
            form.put(column, text);
        }
    }

    private static Judged refused(String en, String id) {
        return new Judged.Refused(List.of(new FieldError("/1", en, id)));
    }
}
