package id.ronda.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the roles of an account give together. A right of one role never borrows the scope of another. */
public record Grants(List<Grant> each) {

    /** Nothing. */
    public static final Grants NONE = new Grants(List.of());

    /** All rights on everything. */
    public static final Grants ALL = new Grants(List.of(Grant.ALL));

    public Grants {
        each = List.copyOf(each);
    }

    /** Whether the right is given for anything at all. */
    public boolean give(Right right) {
        return any(grant -> grant.rights().contains(right));
    }

    /** Whether the right is given for things of that unit; null: of no unit, which takes the scope of everything. */
    public boolean give(Right right, @Nullable UnitId unit) {
        return any(grant -> grant.rights().contains(right) && grant.scope().covers(unit));
    }

    /** Whether the right is given for things of that unit with that classification. */
    public boolean give(Right right, @Nullable UnitId unit, Classification label) {
        return any(grant -> grant.rights().contains(right)
                && grant.scope().covers(unit)
                && grant.clearance().opens(label));
    }

    /** For things of which units the right is given. */
    public Scope scope(Right right) {
        return scope(each.stream().filter(grant -> grant.rights().contains(right)));
    }

    /** For things of which units the right is given, when they have that classification. */
    public Scope scope(Right right, Classification label) {
        return scope(each.stream()
                .filter(grant ->
                        grant.rights().contains(right) && grant.clearance().opens(label)));
    }

    /** For things of which units any right is given. */
    public Scope scope() {
        return scope(each.stream().filter(grant -> !grant.rights().isEmpty()));
    }

    /** Up to which classification the right is given for something; empty grants open what is public. */
    public Classification clearance(Right right) {
        return each.stream()
                .filter(grant -> grant.rights().contains(right))
                .map(Grant::clearance)
                .max(Classification::compareTo)
                .orElse(Classification.PUBLIK);
    }

    /** The same with no more than these rights, as a token has them. */
    public Grants within(Set<Right> limit) {
        return new Grants(each.stream().map(grant -> grant.within(limit)).toList());
    }

    /**
     * Whether whoever has these could do all that the others allow. By this nobody gives away, or takes over, more than he
     * has himself.
     */
    public boolean include(Grants others) {
        return others.each.stream().allMatch(this::include);
    }

    /** Each right is looked at alone: two roles together may give what neither gives. */
    private boolean include(Grant other) {
        return Arrays.stream(Right.values())
                .filter(other.rights()::contains)
                .map(right -> new Grant(Set.of(right), other.scope(), other.clearance()))
                .allMatch(single -> any(mine -> mine.includes(single)));
    }

    private boolean any(Predicate<Grant> condition) {
        return each.stream().anyMatch(condition);
    }

    private static Scope scope(Stream<Grant> grants) {
        return grants.map(Grant::scope).reduce(Scope.nothing(), Scope::and);
    }
}
