package id.ronda.dashboards.page;

import id.ronda.collector.Reach;
import id.ronda.dashboards.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of how far its reader sees, so that nobody takes a part for the whole.
 *
 * @param sentence null where he sees everything
 * @param none the title where there is no device to be seen
 * @param advice what to do then
 */
record ViewLimit(@Nullable String sentence, String none, String advice) {

    /** The limit of that reach. */
    static ViewLimit of(Reach reach, PageText text) {
        return reach.isEverything()
                ? new ViewLimit(null, text.say("devices.none"), text.say("devices.none.advice"))
                : new ViewLimit(sentence(reach, text), text.say("reach.none"), text.say("reach.none.advice"));
    }

    private static String sentence(Reach reach, PageText text) {
        String highest = text.say("classification." + reach.clearance().code());
        return text.say(reach.isOfEveryUnit() ? "reach.labels" : "reach.units", highest);
    }
}
