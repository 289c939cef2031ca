package id.ronda.dashboards.start;

import id.ronda.collector.DeviceReading;
import id.ronda.collector.Outage;
import java.time.Instant;

/** Something that is wrong now. */
public sealed interface Trouble {

    /** Since when, as far as it is known. */
    Instant since();

    /** A device that does not answer. */
    record Silent(Outage outage) implements Trouble {
        @Override
        public Instant since() {
            return outage.since();
        }
    }

    /** A device that says of itself that something is wrong. */
    record Bad(DeviceReading reading, Instant since) implements Trouble {}
}
