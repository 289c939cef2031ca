package id.ronda.simulator.regency;

/** Smooth noise that is the same for the same seed and time: random values at fixed times, with curves between them. */
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** A value between -1 and 1 that changes its direction about every {@code periodMillis}. */
    double at(long epochMillis, int channel, long periodMillis) {
        long cell = Math.floorDiv(epochMillis, periodMillis);
        double within = (double) Math.floorMod(epochMillis, periodMillis) / periodMillis;
        double eased = within * within * (3 - 2 * within);
        return point(cell, channel) * (1 - eased) + point(cell + 1, channel) * eased;
    }

    private double point(long cell, int channel) {
        long mixed = (seed + channel * 0x9e37_79b9_7f4a_7c15L) ^ (cell * 0xbf58_476d_1ce4_e5b9L);
        mixed = (mixed ^ (mixed >>> 30)) * 0x94d0_49bb_1331_11ebL;
        mixed = (mixed ^ (mixed >>> 27)) * 0xbf58_476d_1ce4_e5b9L;
        return ((mixed ^ (mixed >>> 31)) >> 11) * 0x1.0p-52;
    }
}
