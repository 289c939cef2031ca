package id.ronda.dashboards.page;

import id.ronda.collector.DeviceInterface;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Series;
import id.ronda.dashboards.text.PageText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One interface of a device with what goes through it now.
 *
 * @param in the series of octets in, null if none is stored
 * @param inText its newest value, or a dash
 */
record InterfaceRow(
        DeviceInterface row,
        @Nullable Integer in,
        @Nullable Integer out,
        String inText,
        String outText,
        String speed,
        String description) {

    private static final String NOTHING = "–";

    static InterfaceRow of(DeviceInterface row, SeriesIndex index, PageText text) {
        Optional<Series> in = index.find("if.in.octets", row);
        Optional<Series> out = index.find("if.out.octets", row);
        return new InterfaceRow(
                row,
                in.map(Series::id).orElse(null),
                out.map(Series::id).orElse(null),
                rate(in, index, text),
                rate(out, index, text),
                row.speed() == null || row.speed() == 0 ? NOTHING : text.quantity(row.speed(), "bit/s"),
                row.description().equals(row.name()) ? "" : row.description());
    }

    /** The series of its chart; empty if it has none. */
    String ids() {
        return Stream.of(in, out).filter(id -> id != null).map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Decides colour and shape: a port that was switched off is no fault, one that lost its link is. */
    String state() {
        if (row.adminStatus() == IfStatus.DOWN) {
            return "off";
        }
        return switch (row.operStatus()) {
            case UP, DORMANT -> "up";
            case DOWN, LOWER_LAYER_DOWN, NOT_PRESENT -> "down";
            case TESTING, UNKNOWN -> "unknown";
        };
    }

    private static String rate(Optional<Series> series, SeriesIndex index, PageText text) {
        return series.flatMap(found -> index.newest(found).map(sample -> text.quantity(sample.value(), found.unit())))
                .orElse(NOTHING);
    }
}
