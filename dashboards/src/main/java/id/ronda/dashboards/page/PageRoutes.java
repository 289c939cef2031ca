package id.ronda.dashboards.page;

import id.ronda.collector.Devices;
import id.ronda.dashboards.DashboardsNeeds;
import id.ronda.dashboards.DashboardsSettings;
import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.directory.DeviceSeries;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.live.LiveHub;
import id.ronda.dashboards.live.LiveRoutes;
import id.ronda.dashboards.notice.NoticeDesk;
import id.ronda.dashboards.notice.NoticeSource;
import id.ronda.dashboards.notice.OutageNotices;
import id.ronda.dashboards.notice.SessionNotices;
import id.ronda.dashboards.notice.StorageNotices;
import id.ronda.dashboards.notice.TokenNotices;
import id.ronda.dashboards.search.DeviceSource;
import id.ronda.dashboards.start.SituationDesk;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.ProblemPages;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import java.util.List;

/** All pages with their events and their static files. */
public final class PageRoutes implements Routes {

    private final StaticFiles files = new StaticFiles();
    private final StartRoute start;
    private final DeviceListRoute list;
    private final DeviceRoutes device;
    private final DeviceFormRoutes forms;
    private final PointsRoute points;
    private final LiveRoutes live;
    private final AccountRoutes account;
    private final SearchRoutes search;
    private final NoticeRoutes notices;
    private final TrailRoutes trail;
    private final UserPageRoutes users;
    private final UnitPageRoutes units;
    private final RolePageRoutes roles;
    private final TokenPageRoutes tokens;
    private final ProblemPages problems;

    /** Builds them of what the module was given. */
    public PageRoutes(DashboardsNeeds needs, DashboardsSettings settings, LatestSamples latest, LiveHub hub) {
        Devices devices = needs.devices();
        Reader reader = new Reader(needs.clock(), settings.zone());
        PageAnswers answers = new PageAnswers(files, reader, needs.meters());
        DeviceSeries deviceSeries = new DeviceSeries(needs.series());
        ByReach<SituationDesk> situations = new ByReach<>(reach -> new SituationDesk(devices, reach, needs.clock()));
        this.start = new StartRoute(situations, answers);
        this.list = new DeviceListRoute(devices, needs.series(), answers);
        this.device =
                new DeviceRoutes(devices, deviceSeries, latest, needs.people().trail(), answers);
        this.forms = new DeviceFormRoutes(devices, answers);
        this.points = new PointsRoute(devices, needs.series(), answers);
        this.trail = new TrailRoutes(needs.people().trail(), answers);
        this.users = new UserPageRoutes(needs.people(), answers);
        this.units = new UnitPageRoutes(needs.people().units(), answers);
        this.roles = new RolePageRoutes(needs.people().roles(), answers);
        this.tokens = new TokenPageRoutes(needs.tokens(), answers);
        this.problems = answers::problem;
        this.live = new LiveRoutes(hub, devices, deviceSeries, ctx -> new StateWording(reader.text(ctx)));
        this.account = new AccountRoutes(answers, needs.sessions(), settings.provider());
        this.search = new SearchRoutes(List.of(new PageSource(), new DeviceSource(devices)), answers);
        this.notices = new NoticeRoutes(new NoticeDesk(notices(needs, settings, situations), needs.meters()), answers);
    }

    /** What is told, the most pressing first. */
    private static List<NoticeSource> notices(
            DashboardsNeeds needs, DashboardsSettings settings, ByReach<SituationDesk> situations) {
        return List.of(
                new OutageNotices(situations),
                new SessionNotices(needs.sessions(), settings.longestSession(), needs.clock()),
                new StorageNotices(needs.series()),
                new TokenNotices(needs.tokens(), needs.clock()));
    }

    @Override
    public void mount(GuardedRouter router) {
        files.mount(router);
        router.get(ListQuery.PATH, RouteRule.needs(Right.DEVICE_READ)).handler(list::handle);
        router.get("/", RouteRule.needs(Right.DEVICE_READ)).handler(start::handle);
        device.mount(router);
        forms.mount(router);
        points.mount(router);
        live.mount(router);
        account.mount(router);
        search.mount(router);
        notices.mount(router);
        trail.mount(router);
        users.mount(router);
        units.mount(router);
        roles.mount(router);
        tokens.mount(router);
    }

    /** Shows problems to people. */
    public ProblemPages problems() {
        return problems;
    }
}
