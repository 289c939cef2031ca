package id.ronda.simulator.regency;

import java.util.List;
import java.util.function.DoubleSupplier;

/** A rack on one supply: what each outlet of its power strip carries, which is what the supply carries. */
final class Rack {
    private final List<Outlet> outlets;
    private boolean supplied = true;

    Rack(List<Outlet> outlets) {
        this.outlets = List.copyOf(outlets);
    }

    /** An outlet with the energy that went through it. */
    static final class Outlet {
        private final String name;
        private final DoubleSupplier demand;
        private double watts;
        private double wattHours;

        Outlet(String name, DoubleSupplier demand) {
            this.name = name;
            this.demand = demand;
            // A month's work before the world began.
            this.wattHours = demand.getAsDouble() * 720;
        }

        private void step(double seconds, boolean supplied) {
            watts = supplied ? demand.getAsDouble() : 0;
            wattHours += watts * seconds / 3_600;
        }

        String name() {
            return name;
        }

        double watts() {
            return watts;
        }

        double wattHours() {
            return wattHours;
        }
    }

    void step(double seconds, boolean hasSupply) {
        supplied = hasSupply;
        outlets.forEach(outlet -> outlet.step(seconds, supplied));
    }

    List<Outlet> outlets() {
        return outlets;
    }

    /** What the devices in it would draw. */
    double demandWatts() {
        return outlets.stream()
                .mapToDouble(outlet -> outlet.demand.getAsDouble())
                .sum();
    }

    double watts() {
        return outlets.stream().mapToDouble(Outlet::watts).sum();
    }

    double wattHours() {
        return outlets.stream().mapToDouble(Outlet::wattHours).sum();
    }

    double volts() {
        return supplied ? 230 : 0;
    }
}
