package id.ronda.dashboards.people;

import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rights to be chosen from.
 *
 * @param chosen those that are chosen now
 * @param offered those that the reader may give; the others are shown and cannot be changed
 */
public record RightChoices(Set<Right> chosen, Set<Right> offered) {

    public RightChoices {
        chosen = Set.copyOf(chosen);
        offered = Set.copyOf(offered);
    }

    /** Those that a reader may give: what he has himself. */
    public static RightChoices of(Set<Right> chosen, Caller reader) {
        return new RightChoices(
                chosen, Arrays.stream(Right.values()).filter(reader::can).collect(Collectors.toSet()));
    }

    /** The rights of a group that are chosen or offered. */
    public List<Right> of(RightGroup group) {
        return group.rights().stream()
                .filter(right -> chosen.contains(right) || offered.contains(right))
                .toList();
    }
}
