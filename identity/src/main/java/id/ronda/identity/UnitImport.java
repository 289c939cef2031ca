package id.ronda.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a CSV text of units. */
public sealed interface UnitImport {

    /** It was taken in; each row has its fate. */
    record Done(List<Row> rows) implements UnitImport {
        public Done {
            rows = List.copyOf(rows);
        }
    }

    /** It is no table of units: nothing was taken in. */
    record Refused(List<FieldReason> reasons) implements UnitImport {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What became of a row.
     *
     * @param row the line on which it begins; the header is line 1
     * @param unit null if it was refused
     * @param reasons why it was refused
     */
    record Row(int row, Fate fate, @Nullable UnitId unit, List<FieldReason> reasons) {
        public Row {
            reasons = List.copyOf(reasons);
        }
    }

    /** What a row did. */
    enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED;

        /** Its name in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
