package id.ronda.identity.http;

import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit as it is listed. Its columns are those that a CSV import takes. */
record UnitBody(long id, String name, String kind, @Nullable Long parent, List<String> aliases) {

    static final List<Column<UnitBody>> COLUMNS = List.of(
            new Column<>("id", UnitBody::id),
            new Column<>("name", UnitBody::name),
            new Column<>("kind", UnitBody::kind),
            new Column<>("parent", UnitBody::parent),
            new Column<>("aliases", body -> String.join(";", body.aliases())));

    static UnitBody of(Unit unit) {
        Form form = Form.of(unit.draft());
        return new UnitBody(unit.id().value(), form.name(), form.kind(), form.parent(), form.aliases());
    }

    /** What is sent to make one, and what a patch is laid over. */
    record Form(String name, String kind, @Nullable Long parent, List<String> aliases) {

        static Form of(UnitDraft draft) {
            return new Form(
                    draft.name(),
                    draft.kind(),
                    draft.parent() == null ? null : draft.parent().value(),
                    draft.aliases());
        }
    }

    /** Reads the form. */
    static JsonFields.Builder<UnitDraft> draft(JsonFields fields) {
        String name = fields.text("name");
        String kind = fields.text("kind");
        Integer parent = fields.optionalInteger("parent", 1, Integer.MAX_VALUE);
        List<String> aliases = fields.texts("aliases");
        return () -> new UnitDraft(name, kind, parent == null ? null : new UnitId(parent), aliases);
    }
}
