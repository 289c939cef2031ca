package id.ronda.collector.device;

import java.util.List;

/**
 * What came of many rows at once.
 *
 * @param written false if nothing was, since one was wrong and all were to be right
 */
public record RowResults(List<RowResult> rows, boolean written) {

    public RowResults {
        rows = List.copyOf(rows);
    }
}
