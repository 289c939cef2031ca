package id.ronda.collector.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a profile finds the words about a device; of each list the first source that gives one is taken. */
public record Identification(
        List<IdentitySource> vendor,
        List<IdentitySource> model,
        List<IdentitySource> version,
        List<IdentitySource> serial,
        @Nullable Measurement uptime) {
    /** Says nothing. */
    static final Identification NONE = new Identification(List.of(), List.of(), List.of(), List.of(), null);

    public Identification {
        vendor = Absent.list(vendor);
        model = Absent.list(model);
        version = Absent.list(version);
        serial = Absent.list(serial);
    }

    /** These sources, and behind them those of another. */
    Identification then(Identification other) {
        return new Identification(
                Lists.join(vendor, other.vendor),
                Lists.join(model, other.model),
                Lists.join(version, other.version),
                Lists.join(serial, other.serial),
                uptime == null ? other.uptime : uptime);
    }
}
