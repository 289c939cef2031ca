package id.ronda.dashboards.page;

import id.ronda.collector.StorageNote;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.dashboards.text.PageText;
import java.util.List;

/** How full the budget of the disk is, and how far back the raw samples go. */
record StorageView(StorageUse use, PageText text) {

    /** Percent of the budget, 0 to 100. */
    int percent() {
        return use.budgetBytes() <= 0 ? 0 : Math.clamp(100 * use.usedBytes() / use.budgetBytes(), 0, 100);
    }

    String used() {
        return text.quantity((double) use.usedBytes(), "By");
    }

    String budget() {
        return text.quantity((double) use.budgetBytes(), "By");
    }

    /** Days of raw samples that fit, with decimals only where they matter. */
    String days() {
        return text.number(use.rawDays());
    }

    /** What should be known about the disk, a sentence each. */
    List<String> notes() {
        return use.notes().stream().map(note -> note(note, text)).toList();
    }

    /** What does not fit, and what to do about it. */
    static String note(StorageNote note, PageText text) {
        return switch (note) {
            case StorageNote.FewerDays days ->
                text.say("storage.note.fewerDays", days.set(), text.number(days.fitting()));
            case StorageNote.BudgetTooSmall ignored -> text.say("storage.note.budgetTooSmall");
            case StorageNote.SpoolTooSmall spool ->
                text.say(
                        "storage.note.spoolTooSmall",
                        spool.holds().toSeconds(),
                        spool.required().toSeconds(),
                        String.valueOf(spool.neededMib()));
        };
    }
}
