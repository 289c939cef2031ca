package id.ronda.identity.http;

import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/** Says what came of an edit. */
final class Changes {

    private Changes() {}

    static <T> void answer(RoutingContext ctx, Change<T> change, Consumer<T> done) {
        switch (change) {
            case Change.Done<T> fine -> done.accept(fine.result());
            case Change.Unknown<T> unknown -> Problems.send(ctx, Problem.notFound("There is no such thing."));
            case Change.Stale<T> stale ->
                Problems.send(
                        ctx,
                        Problem.of(
                                412,
                                "changed-meanwhile",
                                "Somebody else has changed it.",
                                "It is at " + stale.revision() + "."));
            case Change.Refused<T> refused ->
                Problems.send(
                        ctx,
                        Problem.fields(
                                refused.reasons().stream().map(Changes::field).toList()));
            case Change.Busy<T> busy -> {
                ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
                Problems.send(ctx, Problem.of(503, "busy", "Too much is asked at once; try again.", null));
            }
        }
    }

    /** It is done and there is nothing to show. */
    static void nothingMore(RoutingContext ctx) {
        ctx.response().setStatusCode(204).end();
    }

    /** Refuses a field of a body, for a reason in both languages. */
    static void refuse(JsonFields fields, String name, Reason reason) {
        fields.refuse(name, text(reason));
    }

    /** A field with its reason in both languages. */
    static FieldError field(FieldReason refused) {
        return new FieldError(refused.field(), text(refused.reason()));
    }

    private static Wording text(Reason reason) {
        var why = reason.label();
        return new Wording(why.en(), why.id());
    }
}
