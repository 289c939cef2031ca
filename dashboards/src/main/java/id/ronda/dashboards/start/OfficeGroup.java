package id.ronda.dashboards.start;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of one office, or of those whose office is not told.
 *
 * @param unit null if it is not told
 */
public record OfficeGroup(@Nullable String unit, List<OfficeCell> cells) {

    public OfficeGroup {
        cells = List.copyOf(cells);
    }
}
