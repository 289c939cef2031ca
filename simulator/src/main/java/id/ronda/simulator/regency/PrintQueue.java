package id.ronda.simulator.regency;

/** What a printer of an office has printed: pages by the time of day, in bursts; its toner and its paper go with them. */
final class PrintQueue {
    private static final int PAGES_A_TONER = 2_500;
    private static final int SHEETS_A_TRAY = 500;
    /** Somebody fills the tray when so few sheets are left. */
    private static final int SHEETS_LEFT = 40;

    private final int channel;
    private final Meter pages;

    PrintQueue(int channel, double pagesBefore) {
        this.channel = channel;
        this.pages = new Meter(pagesBefore);
    }

    void step(double seconds, long epochMillis, Noise noise) {
        double burst = Math.max(0, noise.at(epochMillis, channel, 45_000));
        pages.step(seconds, 0.4 * DailyRhythm.at(epochMillis) * burst);
    }

    boolean printing() {
        return pages.rate() > 0.02;
    }

    double pages() {
        return pages.total(0);
    }

    double tonerPercent() {
        return 100 - 100 * (pages() % PAGES_A_TONER) / PAGES_A_TONER;
    }

    double sheets() {
        return SHEETS_A_TRAY - pages() % (SHEETS_A_TRAY - SHEETS_LEFT);
    }
}
