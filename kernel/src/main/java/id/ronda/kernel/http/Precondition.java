package id.ronda.kernel.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Whether an edit was made on the state that is there: {@code ETag} and {@code If-Match} (RFC 9110 section 13.1.1). */
public sealed interface Precondition {

    /** The edit may go on. */
    record Met() implements Precondition {}

    /** The edit was made on another state, with the problem to answer: 412, or 428 when a required header is absent. */
    record Failed(Problem problem) implements Precondition {}

    /** The strong entity tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Puts the entity tag of the version on the answer. */
    static void show(RoutingContext ctx, long version) {
        ctx.response().putHeader(HttpHeaders.ETAG, tag(version));
    }

    /** Checks an {@code If-Match}, if there is one, against the version that is there. */
    static Precondition optional(RoutingContext ctx, long version) {
        List<String> headers = ctx.request().headers().getAll(HttpHeaders.IF_MATCH);
        return headers.isEmpty() || names(headers, tag(version))
                ? new Met()
                : new Failed(Problem.of(412, "changed", "It has been changed meanwhile; read it again.", null));
    }

    /** Like {@link #optional}, and refuses an edit that does not say on which state it was made. */
    static Precondition required(RoutingContext ctx, long version) {
        return ctx.request().headers().contains(HttpHeaders.IF_MATCH)
                ? optional(ctx, version)
                : new Failed(Problem.of(428, "precondition", "Send If-Match with the ETag you read.", null));
    }

    private static boolean names(List<String> headers, String tag) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
