package id.ronda.dashboards.start;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.dashboards.start.Threat.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which readings are looked at for what is about to go wrong, and where the bounds are. */
final class Watch {

    private static final String RUNTIME = "battery.runtime";
    private static final String ON_BATTERY = "battery.time";
    private static final String FUEL = "fuel.level";
    private static final String DISK_SHARE = "storage.utilization";
    private static final String DISK_USED = "storage.used";
    private static final String DISK_TOTAL = "storage.total";
    private static final String EXPIRY = "expiry";

    private static final double LEAST_RUNTIME = Duration.ofMinutes(30).toSeconds();
    private static final double LEAST_FUEL = 25;
    private static final double FULLEST_DISK = 90;
    private static final double LEAST_EXPIRY = Duration.ofDays(60).toSeconds();

    /** The metrics that are looked at beside states. */
    static final Set<String> METRICS = Set.of(RUNTIME, ON_BATTERY, FUEL, DISK_SHARE, DISK_USED, DISK_TOTAL, EXPIRY);

    /** Which object of which device. */
    private record Place(DeviceId device, String instance) {}

    private final Instant now;

    Watch(Instant now) {
        this.now = now;
    }

    /** Whether a reading may be wrong or about to be; what two readings decide together passes. */
    boolean wants(Reading reading) {
        double value = valueOf(reading);
        return isBad(reading)
                || switch (reading.metric()) {
                    case RUNTIME -> value < LEAST_RUNTIME;
                    case ON_BATTERY -> value > 0;
                    case FUEL -> value < LEAST_FUEL;
                    case DISK_SHARE -> value > FULLEST_DISK;
                    case EXPIRY -> left(value) < LEAST_EXPIRY;
                    case DISK_USED, DISK_TOTAL -> true;
                    default -> false;
                };
    }

    /** Whether the device itself says that something is wrong. */
    static boolean isBad(Reading reading) {
        return reading.state() == ReadingState.CRITICAL || reading.state() == ReadingState.WARNING;
    }

    /** What is about to go wrong among wanted readings; of each kind the most pressing first. */
    List<Threat> threats(List<DeviceReading> readings) {
        Set<DeviceId> onBattery = readings.stream()
                .filter(each -> each.reading().metric().equals(ON_BATTERY) && valueOf(each.reading()) > 0)
                .map(DeviceReading::device)
                .collect(Collectors.toSet());
        Map<Place, Double> totals = new HashMap<>();
        readings.stream()
                .filter(each -> each.reading().metric().equals(DISK_TOTAL))
                .forEach(each -> totals.put(place(each), valueOf(each.reading())));
        return readings.stream()
                .map(each -> threat(each, onBattery, totals))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Threat::kind)
                        .thenComparingDouble(threat -> threat.kind() == Kind.DISK ? -threat.value() : threat.value()))
                .toList();
    }

    private Optional<Threat> threat(DeviceReading each, Set<DeviceId> onBattery, Map<Place, Double> totals) {
        double value = valueOf(each.reading());
        return switch (each.reading().metric()) {
            case RUNTIME ->
                when(value < LEAST_RUNTIME && onBattery.contains(each.device()), Kind.RUNTIME, each, value, "s");
            case FUEL -> when(value < LEAST_FUEL, Kind.FUEL, each, value, "%");
            case DISK_SHARE -> when(value > FULLEST_DISK, Kind.DISK, each, value, "%");
            case DISK_USED -> {
                double share = 100 * value / totals.getOrDefault(place(each), Double.NaN);
                yield when(share > FULLEST_DISK && share <= 100, Kind.DISK, each, share, "%");
            }
            case EXPIRY -> when(left(value) < LEAST_EXPIRY, Kind.EXPIRY, each, left(value), "s");
            default -> Optional.empty();
        };
    }

    private static Optional<Threat> when(boolean is, Kind kind, DeviceReading reading, double value, String unit) {
        return is ? Optional.of(new Threat(kind, reading, value, unit)) : Optional.empty();
    }

    /** Seconds until a moment in Unix seconds; less than 0 if it is over. */
    private double left(double moment) {
        return moment - now.getEpochSecond();
    }

    private static Place place(DeviceReading reading) {
        return new Place(reading.device(), reading.reading().instance());
    }

    private static double valueOf(Reading reading) {
        return Objects.requireNonNullElse(reading.value(), Double.NaN);
    }
}
