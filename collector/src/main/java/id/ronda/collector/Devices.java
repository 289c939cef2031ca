package id.ronda.collector;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The devices and what they have. Futures complete on the caller's Vert.x context. */
public interface Devices {

    /** Up to {@code limit} devices with an id above {@code after} (0: from the start), in the order of their ids. */
    Future<Page<Device>> list(long after, int limit);

    Future<Optional<Device>> find(DeviceId id);

    /** In the order of ifIndex; empty if the device has none or is unknown. */
    Future<List<DeviceInterface>> interfaces(DeviceId id);

    /** With their last stored values. */
    Future<List<Reading>> readings(DeviceId id);
}
