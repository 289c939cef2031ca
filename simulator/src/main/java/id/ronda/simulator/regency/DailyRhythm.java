package id.ronda.simulator.regency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How busy an Indonesian office is: from 07:30 to 16:00 western Indonesian time, with a midday break; little at weekends. */
final class DailyRhythm {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final double NIGHT = 0.06;

    private DailyRhythm() {}

    /** Between 0 and 1. */
    static double at(long epochMillis) {
        ZonedDateTime local = Instant.ofEpochMilli(epochMillis).atZone(WIB);
        double hour = local.toLocalTime().toNanoOfDay() / 3.6e12;
        DayOfWeek day = local.getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        double busy = rise(hour, 7.5) * (1 - rise(hour, 16)) * (1 - 0.35 * rise(hour, 12) * (1 - rise(hour, 13)));
        return NIGHT + (weekend ? 0.1 : 1 - NIGHT) * busy;
    }

    /** Minutes since midnight in western Indonesian time. */
    static int minuteOfDay(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(WIB).toLocalTime().toSecondOfDay() / 60;
    }

    /** From 0 to 1 within about half an hour around {@code at}. */
    private static double rise(double hour, double at) {
        return 1 / (1 + Math.exp(-(hour - at) * 10));
    }
}
