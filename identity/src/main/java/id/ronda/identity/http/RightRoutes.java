package id.ronda.identity.http;

import id.ronda.identity.Caller;
import id.ronda.identity.Label;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** {@code /rights}: all that can be allowed. The list is closed; roles and tokens are made of it. */
final class RightRoutes implements Routes {

    private static final String RIGHTS = "/api/v1/rights";

    /**
     * A right.
     *
     * @param held whether the caller has it, for anything at all
     */
    record RightBody(String code, Label label, boolean held) {

        static final List<Column<RightBody>> COLUMNS = List.of(
                new Column<>("code", RightBody::code),
                new Column<>("labelId", body -> body.label().id()),
                new Column<>("labelEn", body -> body.label().en()),
                new Column<>("held", RightBody::held));

        static RightBody of(Right right, Caller caller) {
            return new RightBody(right.code(), right.label(), caller.can(right));
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(RIGHTS, RouteRule.SIGNED_IN).handler(RightRoutes::list);
    }

    private static void list(RoutingContext ctx) {
        Caller caller = Requester.of(ctx);
        List<RightBody> all = Arrays.stream(Right.values())
                .map(right -> RightBody.of(right, caller))
                .toList();
        ListPage.wanted(
                ctx,
                wanted -> ListPage.answer(ctx, all, wanted, ListPage.Order.byText(RightBody::code), RightBody.COLUMNS));
    }
}
