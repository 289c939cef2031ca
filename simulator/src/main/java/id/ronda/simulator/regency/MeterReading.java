package id.ronda.simulator.regency;

import id.ronda.simulator.Moment;
import java.util.List;
import java.util.function.ToLongFunction;

/** What a device's counter shows of one or more meters; it begins at 0 again when that device reboots, and only that one. */
final class MeterReading implements ToLongFunction<Moment> {
    private final World world;
    private final List<Meter> meters;
    private final double perUnit;
    private double baseline;
    private int boots;

    MeterReading(World world, List<Meter> meters, double perUnit) {
        this.world = world;
        this.meters = meters;
        this.perUnit = perUnit;
    }

    @Override
    public synchronized long applyAsLong(Moment moment) {
        double total = 0;
        for (Meter meter : meters) {
            total += world.total(moment.epochMillis(), meter);
        }
        if (moment.boots() != boots) {
            boots = moment.boots();
            baseline = total;
        }
        return (long) ((total - baseline) / perUnit);
    }
}
