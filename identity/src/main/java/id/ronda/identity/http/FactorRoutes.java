package id.ronda.identity.http;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.SecondFactors;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** {@code /me/second-factor}: one's own authenticator and recovery codes; for another who lost his telephone, only its end. */
final class FactorRoutes implements Routes {

    private static final String OWN = "/api/v1/me/second-factor";

    private final SecondFactors factors;

    FactorRoutes(SecondFactors factors) {
        this.factors = factors;
    }

    /**
     * What an authenticator takes in.
     *
     * @param secret base32, for typing
     * @param uri {@code otpauth://totp/…}
     * @param qr the same as a QR code, an SVG image
     */
    record EnrolmentBody(String secret, String uri, String qr) {

        static EnrolmentBody of(SecondFactors.Enrolment enrolment) {
            String uri = enrolment.uri().reveal();
            return new EnrolmentBody(enrolment.secret().reveal(), uri, QrSvg.of(uri));
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(OWN, RouteRule.SIGNED_IN).handler(this::state);
        router.post(OWN, RouteRule.SIGNED_IN).handler(this::begin);
        router.post(OWN + "/confirm", RouteRule.SIGNED_IN)
                .handler(ctx -> withCode(ctx, factors::confirm, codes -> codes(ctx, codes)));
        router.post(OWN + "/recovery-codes", RouteRule.SIGNED_IN)
                .handler(ctx -> withCode(ctx, factors::renewRecoveryCodes, codes -> codes(ctx, codes)));
        router.post(OWN + "/remove", RouteRule.SIGNED_IN)
                .handler(ctx -> withCode(ctx, factors::remove, account -> Changes.nothingMore(ctx)));
        router.delete("/api/v1/users/:id/second-factor", RouteRule.needs(Right.USER_WRITE))
                .handler(ctx -> PathId.with(ctx, "account", id -> removeFor(ctx, new AccountId(id))));
    }

    private void state(RoutingContext ctx) {
        MeRoutes.asPerson(
                ctx,
                self -> factors.state(self.account())
                        .onFailure(ctx::fail)
                        .onSuccess(state -> Answers.json(ctx, 200, state)));
    }

    private void begin(RoutingContext ctx) {
        MeRoutes.asPerson(
                ctx,
                self -> factors.begin(self)
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(
                                ctx, change, enrolment -> Answers.json(ctx, 200, EnrolmentBody.of(enrolment)))));
    }

    private static <T> void withCode(
            RoutingContext ctx, BiFunction<Caller.Person, String, Future<Change<T>>> step, Consumer<T> done) {
        MeRoutes.asPerson(ctx, self -> {
            switch (JsonFields.read(ctx, FactorRoutes::code)) {
                case JsonBody.Refused<String> refused -> Problems.send(ctx, refused.problem());
                case JsonBody.Read<String> read ->
                    step.apply(self, read.value())
                            .onFailure(ctx::fail)
                            .onSuccess(change -> Changes.answer(ctx, change, done));
            }
        });
    }

    private static JsonFields.Builder<String> code(JsonFields fields) {
        String code = fields.text("code");
        return () -> code;
    }

    /** The only time that they are shown. */
    private static void codes(RoutingContext ctx, List<Secret> codes) {
        Answers.json(
                ctx,
                200,
                Map.of("recoveryCodes", codes.stream().map(Secret::reveal).toList()));
    }

    private void removeFor(RoutingContext ctx, AccountId id) {
        factors.removeFor(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(ctx, change, account -> Changes.nothingMore(ctx)));
    }
}
