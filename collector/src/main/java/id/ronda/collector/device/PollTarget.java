package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.snmp.SnmpCredential;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One device as the poller needs it.
 *
 * @param address a literal or a host name, not resolved
 * @param name for logs and notes
 * @param enabled false: not to be asked
 * @param watched names of interfaces that come and go and are measured all the same: its tags {@code watch:NAME}
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
        Set<String> watched,
        long revision) {

    private static final String WATCH = "watch:";

    public PollTarget {
        watched = Set.copyOf(watched);
    }

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
                watched(draft.tags()),
                known.revision());
    }

    private static Set<String> watched(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(WATCH))
                .map(tag -> tag.substring(WATCH.length()).strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
