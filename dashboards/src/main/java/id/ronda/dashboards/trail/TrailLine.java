package id.ronda.dashboards.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in words.
 *
 * @param sentence who did what to which object
 * @param objectPath the trail of the object; null where it has no id
 * @param differences its fields
 * @param note a reason that was given; null where none was
 * @param position its place in the sealed chain; null until it is sealed
 * @param edit whether fields were changed, rather than told
 */
public record TrailLine(
        String sentence,
        @Nullable String objectPath,
        List<Difference> differences,
        @Nullable String note,
        @Nullable String position,
        boolean edit) {

    private static final int FEW = 4;

    /** Whether the fields are few enough to be shown at once. */
    public boolean open() {
        return edit && differences.size() <= FEW;
    }
}
