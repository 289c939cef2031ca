package id.ronda.dashboards.people;

import id.ronda.identity.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An office that can be chosen.
 *
 * @param depth how far below the top it stands
 */
public record UnitChoice(UnitId id, String name, int depth, boolean chosen) {

    private static final String STEP = "\u00A0\u00A0\u00A0";

    /** The name, set in as far as the office stands below the top. */
    public String label() {
        return STEP.repeat(depth) + name;
    }

    /**
     * The offices that another one can be put below: those that fit, and where it stands now; never itself or one below it.
     *
     * @param moved the one that is put; null for a new one
     * @param at below which it stands now; null: at the top
     */
    public static List<UnitChoice> parents(
            List<UnitNode> forest, @Nullable UnitId moved, @Nullable UnitId at, Predicate<UnitId> fits) {
        List<UnitChoice> choices = new ArrayList<>();
        add(choices, forest, 0, moved, at, fits);
        return List.copyOf(choices);
    }

    private static void add(
            List<UnitChoice> choices,
            List<UnitNode> nodes,
            int depth,
            @Nullable UnitId moved,
            @Nullable UnitId at,
            Predicate<UnitId> fits) {
        for (UnitNode node : nodes) {
            UnitId id = node.unit().id();
            if (id.equals(moved)) {
                continue;
            }
            if (fits.test(id) || id.equals(at)) {
                choices.add(new UnitChoice(id, node.unit().draft().name(), depth, id.equals(at)));
            }
            add(choices, node.below(), depth + 1, moved, at, fits);
        }
    }
}
