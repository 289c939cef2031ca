package id.ronda.dashboards.page;

import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.Messages;
import id.ronda.dashboards.text.PageText;
import id.ronda.dashboards.trail.TrailQuery;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.RouteRule;
import java.util.Arrays;
import java.util.List;

/**
 * What is around every page. The look of the office will come in here and in {@code layout.jte}.
 *
 * @param path of this page with its query, without {@code lang} and {@code theme}
 * @param here the place in the navigation that is shown
 * @param caller who is signed in; only what he may open is in the navigation
 * @param scripts modules that this page loads, as static files
 */
record PageFrame(
        PageText text,
        Theme theme,
        StaticFiles files,
        String title,
        String path,
        Place here,
        Caller caller,
        List<String> scripts) {

    /** The parts of the navigation, in their order. */
    enum Section {
        WATCH("nav.watch"),
        ADMINISTRATION("nav.administration"),
        /** For pages that are reached from elsewhere. */
        NONE("");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** The places of the navigation, in their order. A new page adds itself here in one line, with the rule of its route. */
    enum Place {
        START(Section.WATCH, "/", "nav.start", RouteRule.needs(Right.DEVICE_READ)),
        DEVICES(Section.WATCH, ListQuery.PATH, "nav.devices", RouteRule.needs(Right.DEVICE_READ)),
        UNITS(Section.ADMINISTRATION, UnitPageRoutes.PATH, "nav.units", RouteRule.needs(Right.UNIT_READ)),
        ROLES(Section.ADMINISTRATION, RolePageRoutes.PATH, "nav.roles", RouteRule.needs(Right.USER_READ)),
        TOKENS(Section.ADMINISTRATION, TokenPageRoutes.PATH, "nav.tokens", RouteRule.needs(Right.TOKEN_OWN)),
        USERS(Section.ADMINISTRATION, "/pengguna", "nav.users", RouteRule.needs(Right.USER_READ)),
        TRAIL(Section.ADMINISTRATION, TrailQuery.PATH, "nav.trail", RouteRule.needs(Right.AUDIT_READ)),
        NOWHERE(Section.NONE, "", "", RouteRule.OPEN);

        private final Section section;
        private final String path;
        private final String key;

        /** A record of a permission, which is an enum's constant. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final RouteRule rule;

        Place(Section section, String path, String key, RouteRule rule) {
            this.section = section;
            this.path = path;
            this.key = key;
            this.rule = rule;
        }

        String path() {
            return path;
        }

        String key() {
            return key;
        }

        Section section() {
            return section;
        }

        /** Whether the caller may open it. */
        boolean admits(Caller caller) {
            return rule.admits(caller);
        }
    }

    /** What people call the caller; empty for nobody. */
    String person() {
        return caller.name();
    }

    /** The sections with a place that the caller may open. */
    List<Section> sections() {
        return Arrays.stream(Section.values())
                .filter(section -> section != Section.NONE && !places(section).isEmpty())
                .toList();
    }

    /** The places of a section that the caller may open. */
    List<Place> places(Section section) {
        return Arrays.stream(Place.values())
                .filter(place -> place.section == section && place.admits(caller))
                .toList();
    }

    /** This page in that language. */
    String in(Language language) {
        return with("lang=" + language.code());
    }

    /** This page in that theme. */
    String in(Theme other) {
        return with("theme=" + other.code());
    }

    private String with(String choice) {
        return path + (path.contains("?") ? "&" : "?") + choice;
    }

    /** Whether the page needs what draws charts: half of all that a page can load. */
    boolean drawsCharts() {
        return scripts.contains(DeviceRoutes.SCRIPT);
    }

    /** The keys of the sentences that the scripts say. */
    List<String> scriptKeys() {
        return Messages.of(text.language()).keys().stream()
                .filter(key -> key.startsWith("js.") || key.startsWith("ago.") || key.startsWith("unit."))
                .sorted()
                .toList();
    }
}
