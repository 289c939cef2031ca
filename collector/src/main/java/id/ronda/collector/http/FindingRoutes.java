package id.ronda.collector.http;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Limits;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.device.DeviceView;
import id.ronda.identity.Right;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found on a device: {@code /devices/{id}/interfaces} and {@code /devices/{id}/readings}. */
final class FindingRoutes implements Routes {

    private static final String DEVICE = "/api/v1/devices/:id";
    private static final String WHAT = "device";

    private final DeviceView view;

    FindingRoutes(DeviceView view) {
        this.view = view;
    }

    /** An interface as probe writes it, with the instance of its series. */
    record InterfaceBody(
            long index,
            String name,
            String description,
            String alias,
            @Nullable Integer type,
            @Nullable Integer mtu,
            @Nullable Long speed,
            String adminStatus,
            String operStatus,
            String instance) {

        static final List<Column<InterfaceBody>> COLUMNS = List.of(
                new Column<>("index", InterfaceBody::index),
                new Column<>("name", InterfaceBody::name),
                new Column<>("description", InterfaceBody::description),
                new Column<>("alias", InterfaceBody::alias),
                new Column<>("type", InterfaceBody::type),
                new Column<>("mtu", InterfaceBody::mtu),
                new Column<>("speed", InterfaceBody::speed),
                new Column<>("adminStatus", InterfaceBody::adminStatus),
                new Column<>("operStatus", InterfaceBody::operStatus),
                new Column<>("instance", InterfaceBody::instance));

        static InterfaceBody of(DeviceInterface found) {
            return new InterfaceBody(
                    found.index(),
                    found.name(),
                    found.description(),
                    found.alias(),
                    found.type(),
                    found.mtu(),
                    found.speed(),
                    found.adminStatus().code(),
                    found.operStatus().code(),
                    found.instance());
        }
    }

    /** A reading as probe writes it, with the time of its value. */
    record ReadingBody(
            String metric,
            String instance,
            String name,
            String oid,
            @Nullable Double value,
            String unit,
            @Nullable String state,
            @Nullable Instant time,
            @Nullable Limits limits) {

        static final List<Column<ReadingBody>> COLUMNS = List.of(
                new Column<>("metric", ReadingBody::metric),
                new Column<>("instance", ReadingBody::instance),
                new Column<>("name", ReadingBody::name),
                new Column<>("oid", ReadingBody::oid),
                new Column<>("value", ReadingBody::value),
                new Column<>("unit", ReadingBody::unit),
                new Column<>("state", ReadingBody::state),
                new Column<>("time", ReadingBody::time),
                new Column<>("lowCritical", limit(Limits::lowCritical)),
                new Column<>("lowWarning", limit(Limits::lowWarning)),
                new Column<>("highWarning", limit(Limits::highWarning)),
                new Column<>("highCritical", limit(Limits::highCritical)));

        private static Function<ReadingBody, @Nullable Object> limit(Function<Limits, @Nullable Double> which) {
            return body -> body.limits == null ? null : which.apply(body.limits);
        }

        static ReadingBody of(Reading reading) {
            return new ReadingBody(
                    reading.metric(),
                    reading.instance(),
                    reading.name(),
                    reading.oid(),
                    reading.value(),
                    reading.unit(),
                    reading.state() == null ? null : reading.state().code(),
                    reading.time(),
                    reading.limits());
        }

        /** What makes it one reading of its device. */
        String key() {
            return metric + "/" + instance;
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(DEVICE + "/interfaces", RouteRule.needs(Right.DEVICE_READ))
                .handler(ctx -> list(
                        ctx,
                        view::interfaces,
                        InterfaceBody::of,
                        ListPage.Order.byNumber(InterfaceBody::index),
                        InterfaceBody.COLUMNS));
        router.get(DEVICE + "/readings", RouteRule.needs(Right.DEVICE_READ))
                .handler(ctx -> list(
                        ctx,
                        view::readings,
                        ReadingBody::of,
                        ListPage.Order.byText(ReadingBody::key),
                        ReadingBody.COLUMNS));
    }

    private <F, B> void list(
            RoutingContext ctx,
            BiFunction<Reach, DeviceId, Future<List<F>>> read,
            Function<F, B> body,
            ListPage.Order<B, ?> order,
            List<Column<B>> columns) {
        PathId.with(
                ctx,
                WHAT,
                number -> ListPage.wanted(ctx, page -> {
                    DeviceId id = new DeviceId(number);
                    read.apply(reach(ctx), id).onFailure(ctx::fail).onSuccess(found -> {
                        if (found.isEmpty()) {
                            answerNone(ctx, id, columns);
                        } else {
                            List<B> all = found.stream().map(body).toList();
                            ListPage.answer(ctx, all, page, order, columns);
                        }
                    });
                }));
    }

    private static Reach reach(RoutingContext ctx) {
        return Reach.of(ctx, Right.DEVICE_READ);
    }

    /** Whether there is such a device is only asked when it has nothing. */
    private <B> void answerNone(RoutingContext ctx, DeviceId id, List<Column<B>> columns) {
        view.find(reach(ctx), id).onFailure(ctx::fail).onSuccess(device -> {
            if (device.isEmpty()) {
                Problems.send(ctx, PathId.notFound(WHAT, id.toString()));
            } else {
                Answers.page(ctx, new Page<>(List.of(), null), columns);
            }
        });
    }
}
