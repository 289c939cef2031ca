package id.ronda.collector.poll;

import id.ronda.collector.reading.PolledObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a look at a device, as far as polling needs it. */
public sealed interface PlannedDevice {

    /**
     * The device is known: these objects make these series.
     *
     * @param complete false if some walk failed and the look should be taken again soon
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(List<PolledObject> objects, int[] series, boolean complete) implements PlannedDevice {}

    /** It could not be looked at; the name of the failure, and the gap's reason if it was the device's. */
    record Unknown(String failure, id.ronda.collector.@Nullable GapReason reason) implements PlannedDevice {}
}
