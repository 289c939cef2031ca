package id.ronda.kernel;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A text in CSV (RFC 4180) taken apart, as people make it: with or without a byte order mark, with commas or, as the office
 * programs of many countries write it, semicolons; rows without a single filled cell are no rows.
 */
public sealed interface CsvTable {

    /**
     * It is a table.
     *
     * @param header the cells of its first row
     * @param rows the others, with as many cells as they have
     */
    record Table(List<String> header, List<Row> rows) implements CsvTable {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** It is none, and why. */
    record Broken(String reason) implements CsvTable {}

    /**
     * A row.
     *
     * @param line of the text on which it begins; the header is line 1
     */
    record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Takes a text apart. */
    static CsvTable parse(String text) {
        try (CsvReader<CsvRecord> reader = reader(text)) {
            List<CsvRecord> filled = reader.stream().filter(CsvTable::isFilled).toList();
            return filled.isEmpty()
                    ? new Broken("there is no header")
                    : new Table(
                            filled.getFirst().getFields(),
                            filled.stream().skip(1).map(CsvTable::row).toList());
        } catch (CsvParseException e) {
            return new Broken(String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static CsvReader<CsvRecord> reader(String text) {
        String header = text.lines().findFirst().orElse("");
        return CsvReader.builder()
                .fieldSeparator(header.contains(";") && !header.contains(",") ? ';' : ',')
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static boolean isFilled(CsvRecord row) {
        return row.getFields().stream().anyMatch(cell -> !cell.isBlank());
    }

    private static Row row(CsvRecord row) {
        return new Row(Math.toIntExact(row.getStartingLineNumber()), row.getFields());
    }
}
