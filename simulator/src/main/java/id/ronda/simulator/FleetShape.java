package id.ronda.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names that all devices of a fleet have in common: kept once, whatever the number of devices. */
final class FleetShape {
    private final OidIndex names;
    private final List<FleetColumn> columns;
    private final int[] firstPlaces;
    private final int[] rows;

    private FleetShape(OidIndex names, List<FleetColumn> columns, int[] firstPlaces, int[] rows) {
        this.names = names;
        this.columns = columns;
        this.firstPlaces = firstPlaces;
        this.rows = rows;
    }

    static FleetShape of(int interfaces) {
        OidIndex.Builder names = new OidIndex.Builder();
        List<FleetColumn> columns = List.of(FleetColumn.values());
        int[] firstPlaces = new int[columns.size()];
        int[] rows = new int[columns.size() * (interfaces + 1)];
        int place = 0;
        for (int i = 0; i < firstPlaces.length; i++) {
            firstPlaces[i] = place;
            Oid column = columns.get(i).oid();
            for (int row : rows(columns.get(i).rows(), interfaces)) {
                names.add(column.child(row));
                rows[place++] = row;
            }
        }
        return new FleetShape(names.build(), columns, firstPlaces, Arrays.copyOf(rows, place));
    }

    private static List<Integer> rows(FleetColumn.Rows rows, int interfaces) {
        List<Integer> indexes = new ArrayList<>();
        for (int row = 1; row <= interfaces; row++) {
            if (rows == FleetColumn.Rows.INTERFACES || FleetLine.of(row).has64BitCounters()) {
                indexes.add(row);
            }
        }
        return switch (rows) {
            case SCALAR -> List.of(0);
            case ONE -> List.of(1);
            case INTERFACES, FAST_INTERFACES -> indexes;
        };
    }

    OidIndex names() {
        return names;
    }

    FleetColumn column(int place) {
        int found = Arrays.binarySearch(firstPlaces, place);
        return columns.get(found >= 0 ? found : -found - 2);
    }

    int row(int place) {
        return rows[place];
    }
}
