package id.ronda.kernel.http;

import id.ronda.kernel.Secret;
import id.ronda.kernel.repeat.Begun;
import id.ronda.kernel.repeat.KeptAnswer;
import id.ronda.kernel.repeat.RepeatedPosts;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries a POST with an {@code Idempotency-Key} out once (draft-ietf-httpapi-idempotency-key-header-07): the same caller's same
 * request gets the answer of the first time. Stands behind the guard of every route that asks for a sign-in: whoever has lost the
 * right to a route does not hear its answers again either.
 */
final class IdempotentPosts implements Handler<RoutingContext> {

    private static final String HEADER = "Idempotency-Key";

    /** The draft writes a quoted string; most clients leave the quotes out. */
    private static final Pattern KEY = Pattern.compile("\"?([!#-~]{1,200}?)\"?");

    private final RepeatedPosts posts;
    private final MeterRegistry meters;

    IdempotentPosts(RepeatedPosts posts, MeterRegistry meters) {
        this.posts = posts;
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        List<String> given = ctx.request().headers().getAll(HEADER);
        Caller caller = Caller.of(ctx);
        if (given.isEmpty() || !caller.isKnown()) {
            ctx.next();
            return;
        }
        key(given)
                .ifPresentOrElse(
                        key -> begin(ctx, caller.credential(), key),
                        () -> Problems.send(
                                ctx,
                                Problem.fields(List.of(new FieldError(
                                        HEADER,
                                        "must be one word of 1 to 200 visible characters, such as a UUID",
                                        "harus satu kata dari 1 sampai 200 karakter yang terlihat, misalnya UUID")))));
    }

    private static Optional<String> key(List<String> given) {
        Matcher form = KEY.matcher(given.getFirst().strip());
        return given.size() == 1 && form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private void begin(RoutingContext ctx, String caller, String key) {
        posts.begin(caller, key, content(ctx)).onFailure(ctx::fail).onSuccess(begun -> goOn(ctx, caller, key, begun));
    }

    private static Secret content(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        @Nullable Buffer body = ctx.body().buffer();
        return new Secret(request.method() + " " + request.uri() + "\n" + request.getHeader(HttpHeaders.CONTENT_TYPE)
                + "\n" + (body == null ? "" : body.toString(StandardCharsets.ISO_8859_1)));
    }

    private void goOn(RoutingContext ctx, String caller, String key, Begun begun) {
        switch (begun) {
            case Begun.First first -> {
                AnswerKeeper.begin(ctx, posts, caller, key, meters);
                ctx.next();
            }
            case Begun.Done done -> replay(ctx, done.answer());
            case Begun.DoneUnkept unkept ->
                refuse(ctx, 409, "idempotency-not-kept", "This was carried out; its answer was not kept.");
            case Begun.Different different ->
                refuse(ctx, 422, "idempotency-mismatch", "This Idempotency-Key was used for another request.");
            case Begun.UnderWay running -> {
                ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
                refuse(ctx, 409, "idempotency-under-way", "The same request is being carried out; ask again.");
            }
            case Begun.Unknown unknown ->
                refuse(
                        ctx,
                        409,
                        "idempotency-unknown",
                        "This was begun and broken off; look whether it is done, then use a new Idempotency-Key.");
            case Begun.TooMany many -> {
                ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "3600");
                refuse(ctx, 429, "idempotency-too-many", "Too many Idempotency-Keys within a day.");
            }
        }
    }

    private void replay(RoutingContext ctx, KeptAnswer answer) {
        count("done");
        answer.headers().forEach((name, value) -> ctx.response().putHeader(name, value));
        ctx.response()
                .setStatusCode(answer.status())
                .putHeader("Idempotency-Replayed", "true")
                .end(answer.body());
    }

    private void refuse(RoutingContext ctx, int status, String type, String title) {
        count(type.substring("idempotency-".length()));
        Problems.send(ctx, Problem.of(status, type, title, null));
    }

    private void count(String state) {
        meters.counter("ronda.http.repeats", "state", state).increment();
    }
}
