package id.ronda.dashboards.page;

import id.ronda.dashboards.text.PageText;
import id.ronda.dashboards.trail.TrailAct;
import id.ronda.dashboards.trail.TrailQuery;
import id.ronda.identity.AuditAction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit trail.
 *
 * @param seal the end of the chain
 * @param exports whether the reader may take lists away
 * @param next the {@code next} of the list, null on the last page
 */
record TrailPage(
        PageFrame frame,
        TrailQuery query,
        SealView seal,
        List<TrailAct> acts,
        boolean exports,
        @Nullable String next) {

    /** The kinds of objects that one can look for, as the trail calls them. */
    private static final List<String> TYPES = List.of(
            "device",
            "device-credential",
            "account",
            "sign-in",
            "role",
            "role-right",
            "role-grant",
            "unit",
            "token",
            "second-factor",
            "external-identity",
            "list",
            "route");

    /** One that can be chosen. */
    record Choice(String code, String name) {}

    /** Every action, in the order of the words for them. */
    List<Choice> actions() {
        boolean english = text().language() == id.ronda.dashboards.text.Language.ENGLISH;
        return Arrays.stream(AuditAction.values())
                .map(action -> new Choice(action.code(), english ? action.english() : action.indonesian()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** Every kind of object. */
    List<Choice> types() {
        return TYPES.stream()
                .map(type -> new Choice(type, text().say("trail.type." + type)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** Whether an object or act was chosen by a link, which no field of the form shows. */
    boolean narrowed() {
        return query.objectId() != null || query.changeSet() != null;
    }

    /** Where the same entries are a file of that form. */
    String file(String form) {
        return query.api(text().zone(), form);
    }

    /** The address of the page behind; null on the last. */
    @Nullable
    String older() {
        return next == null ? null : query.behind(next).address();
    }

    private PageText text() {
        return frame.text();
    }
}
