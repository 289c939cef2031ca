package id.ronda.simulator.regency;

/** The disks of a NAS that fill: files by day, backups by night; nobody deletes anything. */
final class Archive {
    static final double TOTAL_OCTETS = 15.9e12;
    private static final double FILES = 2e6;
    private static final double BACKUP = 30e6;
    private static final int BACKUP_FROM = 22 * 60;
    private static final int BACKUP_TO = 2 * 60;

    private final Meter written = new Meter(11.3e12);

    void step(double seconds, long epochMillis) {
        int minute = DailyRhythm.minuteOfDay(epochMillis);
        boolean night = minute >= BACKUP_FROM || minute < BACKUP_TO;
        boolean full = written.total(0) >= TOTAL_OCTETS;
        written.step(seconds, full ? 0 : FILES * DailyRhythm.at(epochMillis) + (night ? BACKUP : 0));
    }

    Meter written() {
        return written;
    }

    double usedOctets() {
        return Math.min(TOTAL_OCTETS, written.total(0));
    }
}
