package id.ronda.dashboards.start;

import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Outage;
import id.ronda.collector.Overview;
import id.ronda.collector.StatusCounts;
import id.ronda.collector.WatchedReadings;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How everything is at one moment.
 *
 * @param counts of all devices
 * @param tiles one a service, in their order
 * @param offices places with their devices, by office; devices without a place are not in it
 * @param wrong the longest first, at most {@link #MOST}
 * @param wrongInAll how many there are
 * @param soon at most {@link #MOST}
 * @param soonInAll how many there are
 * @param known how many watched readings have a value
 * @param watched how many there are
 * @param outages the longest first, at most {@link #MOST_OUTAGES}
 */
public record Situation(
        Instant at,
        StatusCounts counts,
        List<ServiceTile> tiles,
        List<OfficeGroup> offices,
        List<Trouble> wrong,
        int wrongInAll,
        List<Threat> soon,
        int soonInAll,
        int known,
        int watched,
        List<Outage> outages) {

    /** How many lines a list has at most. */
    public static final int MOST = 20;

    /** Of so many outages the worst of each service is looked for. */
    public static final int MOST_OUTAGES = 200;

    private static final Comparator<@Nullable String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());

    /** Puts together what the collector tells. */
    static Situation of(Overview overview, WatchedReadings readings, Instant at) {
        StatusCounts counts = counts(overview.groups(), group -> true);
        List<Trouble> wrong = wrong(overview.outages(), readings.readings(), at);
        List<Threat> soon = new Watch(at).threats(readings.readings());
        int untold = counts.of(DeviceStatus.DOWN) - overview.outages().size();
        return new Situation(
                at,
                counts,
                Arrays.stream(PublicService.values())
                        .map(service -> tile(service, overview))
                        .toList(),
                offices(overview.groups()),
                wrong.stream().limit(MOST).toList(),
                wrong.size() + Math.max(0, untold),
                soon.stream().limit(MOST).toList(),
                soon.size(),
                readings.known(),
                readings.watched(),
                overview.outages());
    }

    private static ServiceTile tile(PublicService service, Overview overview) {
        Outage worst = overview.outages().stream()
                .filter(outage -> belongs(outage, service))
                .findFirst()
                .orElse(null);
        return new ServiceTile(
                service,
                counts(
                        overview.groups(),
                        group -> PublicService.of(group.tag(), group.deviceClass())
                                .filter(service::equals)
                                .isPresent()),
                worst);
    }

    private static boolean belongs(Outage outage, PublicService service) {
        String tag = outage.device().tags().stream()
                .filter(each -> each.startsWith(PublicService.TAG))
                .sorted()
                .findFirst()
                .orElse(null);
        return PublicService.of(tag, outage.device().deviceClass())
                .filter(service::equals)
                .isPresent();
    }

    private static List<OfficeGroup> offices(List<DeviceGroup> groups) {
        Map<@Nullable String, Map<String, StatusCounts>> offices = new TreeMap<>(BY_NAME);
        for (DeviceGroup group : groups) {
            String location = Objects.requireNonNullElse(group.location(), "");
            if (!location.isBlank()) {
                offices.computeIfAbsent(group.unit(), unit -> new TreeMap<>())
                        .merge(
                                location,
                                StatusCounts.NONE.plus(group.status(), group.devices()),
                                (one, more) -> one.plus(group.status(), group.devices()));
            }
        }
        return offices.entrySet().stream()
                .map(office -> new OfficeGroup(office.getKey(), cells(office.getKey(), office.getValue())))
                .toList();
    }

    private static List<OfficeCell> cells(@Nullable String unit, Map<String, StatusCounts> places) {
        return places.entrySet().stream()
                .map(place -> new OfficeCell(unit, place.getKey(), place.getValue()))
                .toList();
    }

    private static List<Trouble> wrong(List<Outage> outages, List<DeviceReading> readings, Instant now) {
        Stream<Trouble> bad = readings.stream()
                .filter(each -> Watch.isBad(each.reading()))
                .map(each -> new Trouble.Bad(each, since(each, now)));
        return Stream.concat(outages.stream().map(Trouble.Silent::new), bad)
                .sorted(Comparator.comparing(Trouble::since))
                .toList();
    }

    private static Instant since(DeviceReading reading, Instant now) {
        Instant time = reading.reading().time();
        return reading.since() != null ? reading.since() : time != null ? time : now;
    }

    private static StatusCounts counts(List<DeviceGroup> groups, Predicate<DeviceGroup> among) {
        StatusCounts counts = StatusCounts.NONE;
        for (DeviceGroup group : groups) {
            counts = among.test(group) ? counts.plus(group.status(), group.devices()) : counts;
        }
        return counts;
    }
}
