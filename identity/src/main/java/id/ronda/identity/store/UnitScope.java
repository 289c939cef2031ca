package id.ronda.identity.store;

import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** A scope as a condition of SQL. */
public final class UnitScope {

    private UnitScope() {}

    /**
     * True for rows in the scope.
     *
     * @param column the row's unit
     * @param name of the values that {@link #bind} gives
     */
    public static String sql(String column, String name) {
        return "(:" + name + "_all or " + column + " = any(:" + name + "))";
    }

    /** Gives the values of the condition of that name. */
    public static Query bind(Query query, String name, Scope scope) {
        return query.bind(name + "_all", scope instanceof Scope.Everything).bindArray(name, Long.class, units(scope));
    }

    private static List<Long> units(Scope scope) {
        return switch (scope) {
            case Scope.Everything all -> List.of();
            case Scope.Units some -> some.units().stream().map(UnitId::value).toList();
        };
    }
}
