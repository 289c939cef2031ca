package id.ronda.identity.http;

import id.ronda.identity.Classification;
import id.ronda.identity.Label;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role as it is listed.
 *
 * @param preset the lasting code of one that comes with the product; null for one's own
 */
record RoleBody(long id, @Nullable String preset, Label name, List<String> rights, String clearance) {

    static final List<Column<RoleBody>> COLUMNS = List.of(
            new Column<>("id", RoleBody::id),
            new Column<>("preset", RoleBody::preset),
            new Column<>("nameId", body -> body.name().id()),
            new Column<>("nameEn", body -> body.name().en()),
            new Column<>("rights", body -> String.join(" ", body.rights())),
            new Column<>("clearance", RoleBody::clearance));

    static RoleBody of(Role role) {
        Form form = Form.of(role.draft());
        return new RoleBody(role.id().value(), role.preset(), form.name(), form.rights(), form.clearance());
    }

    /** What is sent to make one, and what a patch is laid over. */
    record Form(Label name, List<String> rights, String clearance) {

        static Form of(RoleDraft draft) {
            return new Form(
                    draft.name(),
                    draft.rights().stream().map(Right::code).sorted().toList(),
                    Codes.of(draft.clearance()));
        }
    }

    /** Reads the form. */
    static JsonFields.Builder<RoleDraft> draft(JsonFields fields) {
        JsonFields name = fields.object("name");
        String indonesian = name == null ? "" : name.text("id");
        String english = name == null ? "" : name.text("en");
        if (name == null && !fields.has("name")) {
            Changes.refuse(fields, "name", Reason.REQUIRED);
        }
        Set<Right> rights = rights(fields);
        Classification clearance = Codes.of(Classification.class, fields, "clearance", Classification.TERBATAS);
        return () -> new RoleDraft(new Label(indonesian, english), rights, clearance);
    }

    /** The field {@code rights}: codes of the closed list. */
    static Set<Right> rights(JsonFields fields) {
        Set<Right> rights = new HashSet<>();
        fields.texts("rights")
                .forEach(code -> Right.of(code)
                        .ifPresentOrElse(rights::add, () -> Changes.refuse(fields, "rights", Reason.UNKNOWN_RIGHT)));
        return rights;
    }
}
