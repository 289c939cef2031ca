package id.ronda.identity.unit;

import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.kernel.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CSV text of units; the header decides which columns there are, in any order. */
final class UnitCsv {

    static final String ID = "id";
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String PARENT = "parent";
    static final String ALIASES = "aliases";

    private static final Set<String> KNOWN = Set.of(ID, NAME, KIND, PARENT, ALIASES);
    private static final String HEADER = "/1";

    private UnitCsv() {}

    /**
     * One row.
     *
     * @param row the line on which it begins; the header is line 1
     * @param cells by their columns; empty if the row has another number of cells than the header
     */
    record Row(int row, Map<String, String> cells) {

        /** The cell of a column that is there. */
        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column)).map(String::strip);
        }

        /** What stands between semicolons. */
        Optional<List<String>> list(String column) {
            return cell(column)
                    .map(text -> Arrays.stream(text.split(";"))
                            .map(String::strip)
                            .filter(each -> !each.isEmpty())
                            .toList());
        }
    }

    /** What comes of a text. */
    sealed interface Judged {
        /** It is a table of units; each row may still be refused by itself. */
        record Accepted(List<Row> rows) implements Judged {}

        /** It is not: no row of it may be used. */
        record Refused(List<FieldReason> reasons) implements Judged {}
    }

    /** Takes the text apart. */
    static Judged parse(String text) {
        return switch (CsvTable.parse(text)) {
            case CsvTable.Broken broken -> new Judged.Refused(List.of(new FieldReason(HEADER, Reason.CSV_FORM)));
            case CsvTable.Table table -> judged(table);
        };
    }

    private static Judged judged(CsvTable.Table table) {
        List<String> columns = table.header().stream().map(UnitCsv::column).toList();
        List<FieldReason> faults = headerFaults(columns);
        return faults.isEmpty()
                ? new Judged.Accepted(
                        table.rows().stream().map(row -> row(columns, row)).toList())
                : new Judged.Refused(faults);
    }

    private static String column(String cell) {
        return KNOWN.stream()
                .filter(known -> known.equalsIgnoreCase(cell.strip()))
                .findFirst()
                .orElse(cell.strip());
    }

    private static List<FieldReason> headerFaults(List<String> columns) {
        List<FieldReason> faults = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (!KNOWN.contains(column)) {
                faults.add(new FieldReason(HEADER + "/" + column, Reason.COLUMN_UNKNOWN));
            } else if (!seen.add(column)) {
                faults.add(new FieldReason(HEADER + "/" + column, Reason.COLUMN_TWICE));
            }
        }
        if (!seen.contains(NAME)) {
            faults.add(new FieldReason(HEADER + "/" + NAME, Reason.REQUIRED));
        }
        return faults;
    }

    private static Row row(List<String> columns, CsvTable.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (row.cells().size() == columns.size()) {
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), row.cells().get(i));
            }
        }
        return new Row(row.line(), cells);
    }
}
