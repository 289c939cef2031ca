package id.ronda.identity.http;

import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.HandoverDecision;
import id.ronda.identity.HandoverResult;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serah terima: {@code /users/{id}/belongings} is what stands in a person's name; {@code /users/{id}/disable} switches the account off once
 * each of them has a new owner or an end; {@code /users/{id}/move} takes the person to another unit on the same terms.
 */
final class HandoverRoutes implements Routes {

    private static final String USER = "/api/v1/users/:id";
    private static final String ACCOUNT = "account";
    private static final Wording KEEP_OR_GIVE =
            new Wording("must not stand beside \"to\"", "tidak boleh bersama \"to\"");

    private final Accounts accounts;

    HandoverRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(USER + "/belongings", RouteRule.needs(Right.USER_READ))
                .handler(ctx -> PathId.with(ctx, ACCOUNT, id -> belongings(ctx, new AccountId(id))));
        router.post(USER + "/disable", RouteRule.needs(Right.USER_WRITE))
                .handler(ctx -> PathId.with(ctx, ACCOUNT, id -> disable(ctx, new AccountId(id))));
        router.post(USER + "/move", RouteRule.needs(Right.USER_WRITE))
                .handler(ctx -> PathId.with(ctx, ACCOUNT, id -> move(ctx, new AccountId(id))));
    }

    private void belongings(RoutingContext ctx, AccountId id) {
        accounts.belongings(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(
                        all -> Answers.json(ctx, 200, Map.of("items", all)),
                        () -> Problems.send(ctx, PathId.notFound(ACCOUNT, id.toString()))));
    }

    private void disable(RoutingContext ctx, AccountId id) {
        switch (JsonFields.read(ctx, HandoverRoutes::decisions)) {
            case JsonBody.Refused<List<HandoverDecision>> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<List<HandoverDecision>> read ->
                accounts.disable(Requester.of(ctx), id, read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(result -> answer(ctx, result));
        }
    }

    /**
     * A move to another unit.
     *
     * @param unit null: to none
     */
    private record Move(@Nullable UnitId unit, List<HandoverDecision> decisions) {}

    private void move(RoutingContext ctx, AccountId id) {
        switch (JsonFields.read(ctx, HandoverRoutes::target)) {
            case JsonBody.Refused<Move> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<Move> read ->
                accounts.move(
                                Requester.of(ctx),
                                id,
                                read.value().unit(),
                                read.value().decisions())
                        .onFailure(ctx::fail)
                        .onSuccess(result -> answer(ctx, result));
        }
    }

    private static JsonFields.Builder<Move> target(JsonFields body) {
        Integer unit = body.optionalInteger("unit", 1, Integer.MAX_VALUE);
        JsonFields.Builder<List<HandoverDecision>> decisions = decisions(body);
        return () -> new Move(unit == null ? null : new UnitId(unit), decisions.build());
    }

    private static JsonFields.Builder<List<HandoverDecision>> decisions(JsonFields body) {
        List<Supplier<HandoverDecision>> decisions =
                body.objects("decisions").stream().map(HandoverRoutes::decision).toList();
        return () -> decisions.stream().map(Supplier::get).toList();
    }

    private static Supplier<HandoverDecision> decision(JsonFields fields) {
        String kind = fields.text("kind");
        String id = fields.text("id");
        Integer to = fields.optionalInteger("to", 1, Integer.MAX_VALUE);
        boolean keep = fields.booleanOr("keep", false);
        if (keep && to != null) {
            fields.refuse("keep", KEEP_OR_GIVE);
        }
        return () -> keep
                ? new HandoverDecision.Keep(kind, id)
                : to == null
                        ? new HandoverDecision.End(kind, id)
                        : new HandoverDecision.Give(kind, id, new AccountId(to));
    }

    private static void answer(RoutingContext ctx, HandoverResult result) {
        switch (result) {
            case HandoverResult.Done done -> Answers.json(ctx, 200, UserBody.of(done.account()));
            case HandoverResult.Undecided undecided ->
                Problems.send(
                        ctx,
                        new Problem(
                                409,
                                "handover-undecided",
                                "Something is in this person's name and has no new owner yet.",
                                null,
                                undecided.belongings().stream()
                                        .map(b -> new FieldError(
                                                "/decisions",
                                                "lacks " + b.kind() + " " + b.id() + ": " + b.label(),
                                                "belum memuat " + b.kind() + " " + b.id() + ": " + b.label()))
                                        .toList()));
            case HandoverResult.Refused refused ->
                Problems.send(
                        ctx,
                        Problem.fields(
                                refused.reasons().stream().map(Changes::field).toList()));
            case HandoverResult.Unknown unknown -> Problems.send(ctx, Problem.notFound("There is no such account."));
        }
    }
}
