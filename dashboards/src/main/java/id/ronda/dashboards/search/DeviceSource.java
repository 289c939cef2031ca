package id.ronda.dashboards.search;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.Devices;
import id.ronda.collector.FoundInterface;
import id.ronda.collector.Lookup;
import id.ronda.collector.Reach;
import id.ronda.identity.Right;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Devices, by anything that is written of them, and their interfaces, by name, alias and description. */
public final class DeviceSource implements SearchSource {

    private final Devices devices;

    public DeviceSource(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Future<List<Hit>> find(Question question) {
        return question.words().isEmpty() || !question.caller().may(Right.DEVICE_READ)
                ? Future.succeededFuture(List.of())
                : devices.lookup(Reach.of(question.caller(), Right.DEVICE_READ), question.words(), MOST)
                        .map(DeviceSource::hits);
    }

    private static List<Hit> hits(Lookup found) {
        return Stream.concat(
                        found.devices().stream().map(DeviceSource::hit),
                        found.interfaces().stream().map(DeviceSource::hit))
                .toList();
    }

    private static Hit hit(Device device) {
        Optional<DeviceIdentity> identity = Optional.ofNullable(device.identity());
        String detail = joined(
                device.address(),
                identity.map(DeviceIdentity::vendor).orElse(null),
                identity.map(DeviceIdentity::model).orElse(null),
                identity.map(DeviceIdentity::serial).orElse(null),
                device.unit(),
                device.location(),
                String.join(", ", device.tags()));
        return new Hit("device", device.name(), detail, "/devices/" + device.id());
    }

    private static Hit hit(FoundInterface found) {
        String detail =
                joined(found.deviceName(), found.description().equals(found.name()) ? null : found.description());
        String title = found.alias().isBlank() ? found.name() : found.name() + " – " + found.alias();
        return new Hit("interface", title, detail, "/devices/" + found.device() + "#interfaces-title");
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
