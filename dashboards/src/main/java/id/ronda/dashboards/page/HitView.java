package id.ronda.dashboards.page;

import id.ronda.dashboards.search.Hit;
import id.ronda.dashboards.text.PageText;

/** One thing that was found, with the word for what it is. */
record HitView(String kind, String title, String detail, String path) {

    static HitView of(Hit hit, PageText text) {
        return new HitView(text.say("hit." + hit.kind()), hit.title(), hit.detail(), hit.path());
    }
}
