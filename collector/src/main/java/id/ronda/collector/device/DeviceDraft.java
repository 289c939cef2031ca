package id.ronda.collector.device;

import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.identity.Classification;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people say about a device: what is stored when it is added and what an edit changes.
 *
 * @param address canonical, as {@link DeviceAddress} gives it
 * @param port UDP, 1 to 65535
 * @param name null: it is shown by what it calls itself, or by its address
 * @param interval between two slots, whole seconds
 * @param enabled false: it is kept with all its history but not asked
 * @param unit the office it belongs to
 * @param classification how far it may be known
 * @param parent what it hangs on
 */
public record DeviceDraft(
        String address,
        int port,
        @Nullable String name,
        Duration interval,
        SnmpCredential credential,
        boolean enabled,
        @Nullable String unit,
        Classification classification,
        @Nullable String location,
        @Nullable String parent,
        List<String> tags) {

    /** The port of SNMP (RFC 3417). */
    public static final int DEFAULT_PORT = 161;

    /** The classification of a device of which nobody said one. */
    public static final Classification DEFAULT_CLASSIFICATION = Classification.TERBATAS;

    public DeviceDraft {
        tags = List.copyOf(tags);
    }

    /** The same, asked or not. */
    DeviceDraft withEnabled(boolean asked) {
        return new DeviceDraft(
                address, port, name, interval, credential, asked, unit, classification, location, parent, tags);
    }
}
