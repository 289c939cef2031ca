package id.ronda.dashboards.page;

import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.start.OfficeCell;
import id.ronda.dashboards.start.OfficeGroup;
import id.ronda.dashboards.start.Situation;
import id.ronda.dashboards.text.PageText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start page: services, offices, what is wrong and what is about to be.
 *
 * @param limit how far the reader sees
 */
record StartPage(PageFrame frame, Situation situation, ViewLimit limit) {

    /** More cells than a regency has offices and than a page of 300 kB bears. */
    static final int MOST_CELLS = 400;

    /** One office's places. */
    record OfficeView(@Nullable String title, List<CellView> cells) {

        /** Whether it has one place that is called as it is: one name is enough for both. */
        boolean isItsPlace() {
            return cells.size() == 1 && cells.getFirst().place().equals(title);
        }
    }

    /**
     * One place in the grid.
     *
     * @param tally how many of its devices answer, of how many
     * @param tallyText the same in words
     */
    record CellView(
            String mark, String status, String label, String place, String path, String tally, String tallyText) {}

    List<TileView> tiles() {
        return situation.tiles().stream()
                .map(tile -> new TileView(tile, frame.text()))
                .toList();
    }

    List<TroubleLine> wrong() {
        return situation.wrong().stream()
                .map(each -> TroubleLine.of(each, frame.text()))
                .toList();
    }

    List<TroubleLine> soon() {
        return situation.soon().stream()
                .map(each -> TroubleLine.of(each, frame.text()))
                .toList();
    }

    /** How many places there are. */
    int places() {
        return situation.offices().stream()
                .mapToInt(office -> office.cells().size())
                .sum();
    }

    /** The grid; without a title where no device tells its office. */
    List<OfficeView> offices() {
        List<OfficeView> offices = new ArrayList<>();
        int room = MOST_CELLS;
        for (OfficeGroup office : situation.offices()) {
            List<OfficeCell> shown = office.cells().stream().limit(room).toList();
            if (!shown.isEmpty()) {
                offices.add(new OfficeView(
                        title(office), shown.stream().map(this::cell).toList()));
            }
            room -= shown.size();
        }
        return offices;
    }

    private @Nullable String title(OfficeGroup office) {
        return office.unit() != null
                ? office.unit()
                : situation.offices().size() == 1 ? null : frame.text().say("start.offices.untold");
    }

    private CellView cell(OfficeCell cell) {
        PageText text = frame.text();
        String status = cell.status().code();
        int well = cell.counts().of(DeviceStatus.UP);
        return new CellView(
                "cell-" + Integer.toHexString((cell.unit() + "/" + cell.location()).hashCode()),
                status,
                text.say("status." + status),
                cell.location(),
                ListQuery.ALL.in(cell.unit(), cell.location()).address(),
                text.number(well) + "/" + text.number(cell.counts().all()),
                text.say("start.tally", well, cell.counts().all()));
    }
}
