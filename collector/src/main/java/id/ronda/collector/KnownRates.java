package id.ronda.collector;

import java.util.OptionalDouble;

/** The true rates of simulated devices, to hold stored ones against. */
@FunctionalInterface
public interface KnownRates {

    /** Nothing is known. */
    KnownRates NONE = (device, metric, instance) -> OptionalDouble.empty();

    /** The constant rate of a series in its unit, empty if it is not known. */
    OptionalDouble of(String device, String metric, String instance);
}
