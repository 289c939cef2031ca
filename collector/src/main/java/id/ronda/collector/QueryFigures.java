package id.ronda.collector;

/**
 * How fast a page of the list of devices comes, over the face that the pages ask.
 *
 * @param devices in the table
 * @param requests that were measured
 * @param p50Millis of a filtered and sorted page of at most 100 devices with its counts
 * @param p95Millis as before
 * @param p99Millis as before
 * @param bareP50Millis of a bare select of the same rows by their ids, in the same run
 * @param bareP95Millis as before
 * @param overviewP95Millis of what the start page asks
 * @param lookupP95Millis of what the search over everything asks, with ten interfaces a device
 */
public record QueryFigures(
        int devices,
        int requests,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        double bareP50Millis,
        double bareP95Millis,
        double overviewP95Millis,
        double lookupP95Millis) {

    /** How many times longer the middle page takes than reading its rows alone. */
    public double ratio() {
        return p50Millis / bareP50Millis;
    }
}
