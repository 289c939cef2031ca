package id.ronda.dashboards.search;

import id.ronda.dashboards.text.Language;
import id.ronda.kernel.http.Caller;

/**
 * Somebody looks for something.
 *
 * @param caller finds only what he may see
 * @param words as he typed them; empty before he typed any
 */
public record Question(Caller caller, Language language, String words) {

    /** Of a longer text the rest is ignored: nobody types it. */
    public static final int LONGEST = 200;

    public Question {
        String clean = words.replace("\0", "").strip();
        words = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
