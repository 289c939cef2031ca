package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.snmp.SnmpCredential;
import java.time.Duration;

/**
 * One device as the poller needs it.
 *
 * @param address a literal or a host name, not resolved
 * @param name for logs and notes
 * @param enabled false: not to be asked
 * @param revision grows with every edit
 */
public record PollTarget(
        DeviceId id,
        String address,
        int port,
        SnmpCredential credential,
        Duration interval,
        String name,
        boolean enabled,
        long revision) {

    static PollTarget of(KnownDevice known) {
        DeviceDraft draft = known.draft();
        return new PollTarget(
                known.id(),
                draft.address(),
                draft.port(),
                draft.credential(),
                draft.interval(),
                draft.name() == null ? draft.address() : draft.name(),
                draft.enabled(),
                known.revision());
    }
}
