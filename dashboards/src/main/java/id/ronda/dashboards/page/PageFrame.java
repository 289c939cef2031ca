package id.ronda.dashboards.page;

import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.Messages;
import id.ronda.dashboards.text.PageText;
import java.util.List;

/**
 * What is around every page. The look of the office will come in here and in {@code layout.jte}.
 *
 * @param path of this page with its query, without {@code lang}
 * @param here the place in the navigation that is shown
 * @param person who is signed in, as people call him; empty for nobody
 * @param scripts modules that this page loads, as static files
 */
record PageFrame(
        PageText text, StaticFiles files, String title, String path, Place here, String person, List<String> scripts) {

    /** The places of the navigation, in their order. */
    enum Place {
        START("/", "nav.start"),
        DEVICES(ListQuery.PATH, "nav.devices"),
        NOWHERE("", "");

        private final String path;
        private final String key;

        Place(String path, String key) {
            this.path = path;
            this.key = key;
        }

        String path() {
            return path;
        }

        String key() {
            return key;
        }

        static List<Place> all() {
            return List.of(START, DEVICES);
        }
    }

    /** This page in that language. */
    String in(Language language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language.code();
    }

    /** The keys of the sentences that the scripts say. */
    List<String> scriptKeys() {
        return Messages.of(text.language()).keys().stream()
                .filter(key -> key.startsWith("js.") || key.startsWith("ago.") || key.startsWith("unit."))
                .sorted()
                .toList();
    }
}
