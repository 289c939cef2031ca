package id.ronda.dashboards.live;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples on their way to one page. Bounded: a page that does not keep up loses its oldest samples; they are counted, so that
 * it can be told to read its charts again. Filled by the storing thread, drained by the page's own.
 */
final class SampleBacklog {

    private final int[] series;
    private final long[] slots;
    private final double[] values;
    private int first;
    private int size;
    private long lost;

    SampleBacklog(int capacity) {
        series = new int[capacity];
        slots = new long[capacity];
        values = new double[capacity];
    }

    /** One sample of one series. */
    record Sample(int series, long slot, double value) {}

    /** Appends; in place of the oldest if it is full. Never blocks for longer than a drain copies. */
    synchronized void offer(int id, long slot, double value) {
        int place = (first + size) % series.length;
        series[place] = id;
        slots[place] = slot;
        values[place] = value;
        if (size < series.length) {
            size++;
        } else {
            first = (first + 1) % series.length;
            lost++;
        }
    }

    /** How many samples were lost since this was asked last. */
    synchronized long takeLost() {
        long taken = lost;
        lost = 0;
        return taken;
    }

    /** Takes everything, oldest first. */
    synchronized List<Sample> drain() {
        List<Sample> taken = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int place = (first + i) % series.length;
            taken.add(new Sample(series[place], slots[place], values[place]));
        }
        first = 0;
        size = 0;
        return taken;
    }
}
