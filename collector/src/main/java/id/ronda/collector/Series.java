package id.ronda.collector;

/** One time series. {@code unit} is that of its points: a counter's series is its rate, so {@code By/s} for octets. */
public record Series(int id, DeviceId device, String metric, String instance, String unit) {}
