package id.ronda.dashboards.trail;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says entries of the audit trail in one reader's language. */
public final class TrailWording {

    private static final String ROUTE = "route";
    private static final String LIST = "list";

    private final PageText text;
    private final TrailValues values;

    public TrailWording(PageText text) {
        this.text = text;
        this.values = new TrailValues(text);
    }

    /** The acts that these entries belong to, in the order of their newest entries. */
    public List<TrailAct> acts(List<AuditEntry> entries) {
        Map<UUID, List<AuditEntry>> sets = new LinkedHashMap<>();
        entries.forEach(entry -> sets.computeIfAbsent(entry.changeSet(), set -> new ArrayList<>())
                .add(entry));
        return sets.values().stream().map(this::act).toList();
    }

    private TrailAct act(List<AuditEntry> entries) {
        AuditEntry newest = entries.getFirst();
        Actor actor = newest.actor();
        return new TrailAct(
                newest.at(),
                actor.from().address(),
                via(actor.from().session()),
                actor.from().agent(),
                name(actor),
                actor.kind() == Actor.Kind.ANONYMOUS
                        ? null
                        : TrailQuery.ofActor(actor.id() == null ? actor.name() : actor.id())
                                .address(),
                TrailQuery.ofChangeSet(newest.changeSet()).address(),
                entries.stream().map(this::line).toList());
    }

    /** By what the actor showed who he is: the trail writes {@code session 7}, {@code token 3} or {@code token-file}. */
    private @Nullable String via(@Nullable String session) {
        if (session == null) {
            return null;
        }
        int space = session.indexOf(' ');
        String kind = space < 0 ? session : session.substring(0, space);
        return text.find("trail.via." + kind, session.substring(space + 1)).orElse(session);
    }

    private TrailLine line(AuditEntry entry) {
        Long position = entry.position();
        return new TrailLine(
                sentence(entry),
                entry.objectId() == null
                        ? null
                        : TrailQuery.ofObject(entry.objectType(), entry.objectId())
                                .address(),
                values.of(entry),
                isOutcome(entry) ? null : entry.note(),
                position == null ? null : text.number(position),
                entry.before() != null && entry.after() != null);
    }

    /** Who did what to which object. */
    String sentence(AuditEntry entry) {
        String actor = name(entry.actor());
        if (entry.action() == AuditAction.SIGN_IN_FAILED) {
            return failedSignIn(entry);
        }
        if (entry.action() == AuditAction.ACCESS_REFUSED && entry.objectId() == null) {
            JsonNode more = entry.after();
            return text.say(
                    "trail.say.access-refused.more",
                    actor,
                    more == null ? 0 : more.path("more").asInt());
        }
        return switch (entry.action()) {
            case GRANTED, REVOKED ->
                text.say("trail.say." + entry.action().code(), actor, label(entry), told(entry, "role"));
            case HANDED_OVER ->
                text.say("trail.say.handed-over", actor, object(entry), told(entry, "from"), told(entry, "to"));
            default ->
                text.find(
                                "trail.say." + entry.action().code() + "." + entry.objectType(),
                                actor,
                                label(entry),
                                told(entry, "role"))
                        .orElseGet(() -> text.say("trail.say." + verb(entry), actor, object(entry)));
        };
    }

    /** What was done; some changes of an account have a word of their own. */
    private static String verb(AuditEntry entry) {
        JsonNode after = entry.after();
        if (entry.action() != AuditAction.CHANGED || !entry.objectType().equals("account") || after == null) {
            return entry.action().code();
        }
        if (after.has("disabled_at")) {
            return after.get("disabled_at").isNull() ? "enabled" : "disabled";
        }
        if (after.has("password_hash")) {
            return AuditAction.PASSWORD_CHANGED.code();
        }
        return after.has("unit_id") ? "moved" : entry.action().code();
    }

    /** What an entry tells in this field, after or else before; empty where it does not. */
    private static String told(AuditEntry entry, String field) {
        JsonNode values = entry.after() != null ? entry.after() : entry.before();
        return values == null ? "" : values.path(field).asText();
    }

    private String failedSignIn(AuditEntry entry) {
        String outcome = Objects.requireNonNullElse(entry.note(), "");
        String why = text.find("trail.outcome." + outcome).orElse(outcome);
        return entry.objectLabel() == null
                ? text.say("trail.say.sign-in-failed.unknown", why)
                : text.say("trail.say.sign-in-failed", entry.objectLabel(), why);
    }

    /** Of a sign-in the note is its outcome, which the sentence tells. */
    private static boolean isOutcome(AuditEntry entry) {
        return entry.objectType().equals("sign-in");
    }

    private String name(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> actor.name();
            case SERVICE -> text.say("trail.actor.service", actor.name());
            case SYSTEM ->
                actor.name().equals("system")
                        ? text.say("trail.actor.system")
                        : text.say("trail.actor.part", actor.name());
            case CONSOLE -> text.say("trail.actor.console", actor.name());
            case ANONYMOUS -> text.say("trail.actor.anonymous");
        };
    }

    private String object(AuditEntry entry) {
        String type = entry.objectType();
        String label = label(entry);
        return text.find("trail.object." + type, label).orElseGet(() -> (type + " " + label).strip());
    }

    private String label(AuditEntry entry) {
        if (entry.objectType().equals(LIST)) {
            String path = String.valueOf(entry.objectId());
            String last = path.substring(path.lastIndexOf('/') + 1);
            return text.find("trail.list." + last).orElse(path);
        }
        if (entry.objectType().equals(ROUTE)) {
            return String.valueOf(entry.objectId());
        }
        @Nullable String label = entry.objectLabel();
        return label != null && !label.isEmpty() ? label : entry.objectId() == null ? "" : "#" + entry.objectId();
    }
}
