package id.ronda.dashboards.page;

import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.notice.Notice;
import id.ronda.dashboards.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words.
 *
 * @param status decides shape and colour
 * @param path where one does something about it, null if there is no such page
 * @param action the words of the link to it; empty without one
 */
record NoticeView(
        String status,
        String title,
        String sentence,
        @Nullable String path,
        String action) {

    private static final String WARNING = "warning";

    static NoticeView of(Notice notice, PageText text) {
        return switch (notice) {
            case Notice.SessionEnds ends ->
                view(text, WARNING, "session", text.say("notice.session.sentence", text.absolute(ends.at())), "/akun");
            case Notice.TokenEnds ends ->
                view(
                        text,
                        WARNING,
                        "token",
                        text.say("notice.token.sentence", ends.name(), text.absolute(ends.at())),
                        "/akun");
            case Notice.StorageTrouble trouble ->
                view(text, WARNING, "storage", StorageView.note(trouble.note(), text), ListQuery.PATH + "#storage");
            case Notice.WentDown down ->
                view(
                        text,
                        "down",
                        "down",
                        text.say("notice.down.sentence", down.devices(), down.name(), text.absolute(down.since())),
                        ListQuery.ALL.only(DeviceStatus.DOWN).address());
        };
    }

    private static NoticeView view(PageText text, String status, String kind, String sentence, String path) {
        return new NoticeView(
                status, text.say("notice." + kind), sentence, path, text.say("notice." + kind + ".action"));
    }
}
