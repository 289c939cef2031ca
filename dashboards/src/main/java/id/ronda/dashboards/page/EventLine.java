package id.ronda.dashboards.page;

import id.ronda.collector.DeviceHistory;
import id.ronda.collector.Gap;
import id.ronda.dashboards.text.PageText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that happened to a device.
 *
 * @param status decides shape and colour
 * @param detail how long it took; empty for a mere moment
 */
record EventLine(Instant time, String status, String title, String detail) {

    /** What is stored, the newest first. */
    static List<EventLine> of(DeviceHistory history, PageText text) {
        List<EventLine> lines = new ArrayList<>();
        history.gaps().forEach(gap -> lines.add(silence(gap, text)));
        lines.add(new EventLine(history.addedAt(), "off", text.say("event.added"), ""));
        if (history.discoveredAt() != null) {
            lines.add(new EventLine(history.discoveredAt(), "ok", text.say("event.discovered"), ""));
        }
        lines.sort(Comparator.comparing(EventLine::time).reversed());
        return lines;
    }

    private static EventLine silence(DeviceHistory.Silence silence, PageText text) {
        Gap gap = silence.gap();
        String reason = new StateWording(text).failure(gap.reason().code());
        boolean whole = silence.series() == 0;
        return new EventLine(
                gap.from(),
                status(gap, whole),
                whole ? reason : text.say("event.series", reason, silence.series()),
                length(gap, text));
    }

    private static String status(Gap gap, boolean whole) {
        return switch (gap.reason()) {
            case DISCONTINUITY, COLLECTOR_STOPPED -> "off";
            case TIMEOUT, NO_ROUTE, PORT_CLOSED, AUTH, MALFORMED, TRUNCATED, MISSING_OBJECT, SPOOL_OVERFLOW ->
                gap.to() == null && whole ? "down" : "warning";
        };
    }

    private static String length(Gap gap, PageText text) {
        return gap.to() == null
                ? text.say("event.lasts")
                : text.say("event.until", text.absolute(gap.to()), text.duration((double)
                        Duration.between(gap.from(), gap.to()).toSeconds()));
    }
}
