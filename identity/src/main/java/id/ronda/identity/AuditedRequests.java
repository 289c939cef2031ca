package id.ronda.identity;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Witness;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit trail which lists left as files, and who was refused. Written behind the answer, which waits for nothing;
 * an entry that cannot be written is counted ({@code ronda.audit.unwritten}) and named in the log. Of one caller's refusals the
 * first is written at once, those of the time behind it as one number.
 */
public final class AuditedRequests implements Witness, AutoCloseable {

    /** How long a caller's refusals are counted behind the first. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(AuditedRequests.class);
    private static final int LONGEST_QUERY = 500;

    private final Database database;
    private final AuditTrail trail;
    private final MeterRegistry meters;
    private final Duration window;
    private final RefusalWindows windows = new RefusalWindows();

    /** @param window see {@link #WINDOW} */
    public AuditedRequests(Database database, AuditTrail trail, MeterRegistry meters, Duration window) {
        this.database = database;
        this.trail = trail;
        this.meters = meters;
        this.window = window;
    }

    @Override
    public void exported(RoutingContext ctx, Export export) {
        AuditEvent event = AuditEvent.of(AuditAction.EXPORTED, "list", ctx.normalizedPath(), null)
                .with("format", export.format())
                .with("rows", export.rows())
                .with("more", export.more());
        String query = AuditText.cleanOrNull(ctx.request().query(), LONGEST_QUERY);
        write("export", Requester.actor(ctx), query == null ? event : event.with("query", query));
    }

    @Override
    public void refused(RoutingContext ctx, RouteRule rule) {
        Actor actor = Requester.actor(ctx);
        if (windows.opens(actor)) {
            String asked = ctx.request().method() + " " + ctx.normalizedPath();
            write(
                    "refusal",
                    actor,
                    AuditEvent.of(AuditAction.ACCESS_REFUSED, "route", asked, null)
                            .with("needs", rule.text()));
            ctx.vertx().setTimer(window.toMillis(), timer -> {
                int more = windows.end(actor);
                if (more > 0) {
                    write("refusal", actor, more(more));
                }
            });
        }
    }

    private AuditEvent more(int count) {
        return AuditEvent.of(AuditAction.ACCESS_REFUSED, "route", null, null)
                .with("more", count)
                .with("seconds", window.toSeconds());
    }

    private void write(String what, Actor actor, AuditEvent event) {
        database.call(Lane.EDITS, handle -> {
                    trail.begin(handle, actor);
                    return trail.event(handle, event);
                })
                .onFailure(cause -> unwritten(what, actor, event, cause));
    }

    private void unwritten(String what, Actor actor, AuditEvent event, Throwable cause) {
        meters.counter("ronda.audit.unwritten", "what", what).increment();
        LOG.error("not in the audit trail: {} of {} by {}: {}", what, event.objectId(), actor.name(), cause.toString());
    }

    /** Writes what is counted and not yet told. Blocks. */
    @Override
    public void close() {
        windows.endAll().forEach((actor, count) -> {
            try {
                database.run(Lane.EDITS, handle -> {
                    trail.begin(handle, actor);
                    return trail.event(handle, more(count));
                });
            } catch (RuntimeException e) {
                unwritten("refusal", actor, more(count), e);
            }
        });
    }
}
