package id.ronda.identity.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.AccountId;
import id.ronda.identity.Classification;
import id.ronda.identity.Grant;
import id.ronda.identity.Grants;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what {@code identity.grants_of} answers: the roles of an account with their units resolved. */
public final class GrantRows {

    private GrantRows() {}

    /** What the account may; nothing if there is none. */
    public static Grants of(Handle handle, AccountId account) {
        return parse(handle.createQuery("select identity.grants_of(:account)::text")
                .bind("account", account.value())
                .mapTo(String.class)
                .one());
    }

    /** What a column with {@code grants_of(…)::text} says. */
    public static Grants parse(String json) {
        try {
            List<Grant> grants = new ArrayList<>();
            Json.mapper().readTree(json).forEach(node -> grants.add(grant(node)));
            return new Grants(grants);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered no JSON for grants", e);
        }
    }

    private static Grant grant(JsonNode node) {
        return new Grant(
                rights(node.get("rights")),
                scope(node.get("units")),
                Classification.valueOf(node.get("clearance").asText()));
    }

    /** A right that this version does not know is no right. */
    private static Set<Right> rights(JsonNode names) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        names.forEach(name -> Right.of(name.asText()).ifPresent(rights::add));
        return rights;
    }

    private static Scope scope(JsonNode units) {
        if (units.isNull()) {
            return new Scope.Everything();
        }
        Set<UnitId> ids = new HashSet<>();
        units.forEach(id -> ids.add(new UnitId(id.asLong())));
        return new Scope.Units(ids);
    }
}
