package id.ronda.dashboards.page;

import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Label;
import id.ronda.identity.Language;

/** Texts that come in both languages, in the reader's. */
final class Labels {

    private Labels() {}

    static String say(PageText text, Label label) {
        return label.in(Language.of(text.language().code()));
    }
}
