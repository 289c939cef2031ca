package id.ronda.collector.source;

import java.util.SortedMap;

/**
 * One series of a metric with its value.
 *
 * @param value may be NaN or infinite
 */
record PromSample(String metric, SortedMap<String, String> labels, double value) {
    String label(String name) {
        return labels.getOrDefault(name, "");
    }
}
