package id.ronda.identity.account;

import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountState;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import id.ronda.identity.store.ActiveAccount;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a scope and a filter ask of a row {@code a} of {@code identity.account}.
 *
 * @param sql begins with {@code and}, or is empty
 * @param values what its names stand for
 */
record AccountConditions(String sql, Map<String, Object> values) {

    /** The code of the state of a row {@code a} that has the time as {@code at}, see {@link AccountState#at}. */
    static final String STATE = """
            case when a.disabled_at is not null then 'disabled' when a.valid_from > a.at then 'not_yet'
                 when a.valid_until <= a.at then 'expired' else 'active' end""";

    static AccountConditions of(Scope scope, AccountFilter filter) {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.words() != null) {
            sql.append(
                    " and (a.name_key like :words or lower(a.display_name) like :words or lower(a.email) like :words)");
            values.put("words", "%" + escaped(filter.words().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.unit() != null) {
            sql.append(" and a.unit_id = :unit");
            values.put("unit", filter.unit().value());
        }
        if (filter.state() != null) {
            sql.append(" and ").append(is(filter.state()));
        }
        if (scope instanceof Scope.Units some) {
            sql.append(" and a.unit_id = any (:units)");
            values.put("units", some.units().stream().mapToLong(UnitId::value).toArray());
        }
        return new AccountConditions(sql.toString(), values);
    }

    /** Whether a value for {@code :now} is asked for. */
    boolean needsNow() {
        return sql.contains(":now");
    }

    private static String is(AccountState state) {
        return switch (state) {
            case ACTIVE -> ActiveAccount.SQL;
            case DISABLED -> "a.disabled_at is not null";
            case NOT_YET -> "(a.disabled_at is null and a.valid_from > :now)";
            case EXPIRED ->
                "(a.disabled_at is null and (a.valid_from is null or a.valid_from <= :now) and a.valid_until <= :now)";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
