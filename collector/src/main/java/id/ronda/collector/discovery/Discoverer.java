package id.ronda.collector.discovery;

import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Reading;
import id.ronda.collector.discovery.Agent.Failed;
import id.ronda.collector.discovery.Agent.Values;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.discovery.DiscoveryResult.Unreachable;
import id.ronda.collector.profile.Fingerprint;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.reading.PolledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * Finds out who a device is and what it has: the system group, the objects that tell families apart, then what the profile names.
 *
 * <p>A question that fails leaves its part out with a note and makes the inventory incomplete; only a device that does not answer the
 * first one is unreachable.
 */
public final class Discoverer {
    private final ProfileCatalog catalog;

    /** Recognises devices by these profiles. */
    public Discoverer(ProfileCatalog catalog) {
        this.catalog = catalog;
    }

    /** Looks at a device once. Blocks while it is asked. */
    public DiscoveryResult discover(Agent agent) {
        return discover(agent, Set.of());
    }

    /**
     * Looks at a device once. Blocks while it is asked.
     *
     * @param watched names of interfaces that are measured though they come and go
     */
    public DiscoveryResult discover(Agent agent, Set<String> watched) {
        return switch (agent.get(SystemGroup.objects())) {
            case Failed failed -> new Unreachable(failed.reason(), failed.detail());
            case Values values -> new Discovered(look(new Look(agent), SystemGroup.of(values.values()), watched));
        };
    }

    private Inventory look(Look look, SystemGroup system, Set<String> watched) {
        var device = fingerprint(look, system);
        var profile = catalog.match(device);
        var objects = new ArrayList<PolledObject>();
        var readings = new ArrayList<Reading>();
        var interfaces =
                profile.interfaces() ? interfaces(look, watched, objects, readings) : List.<DeviceInterface>of();
        var identity = new IdentityReader(look, profile, device).read(system);
        var finder = new ObjectFinder(look, profile.bindings(device));
        for (Found found : finder.find(profile)) {
            found.toObject().ifPresent(objects::add);
            readings.add(found.toReading());
        }
        readings.addAll(finder.counts(profile));
        return new Inventory(identity, interfaces, objects, readings, look.complete(), look.notes());
    }

    private Fingerprint fingerprint(Look look, SystemGroup system) {
        var unprobed = fingerprint(system, Map.of());
        return fingerprint(system, look.get(catalog.probes(unprobed)));
    }

    private static Fingerprint fingerprint(SystemGroup system, Map<OID, Variable> answers) {
        return new Fingerprint(
                Objects.requireNonNullElse(system.sysObjectId(), ""),
                Objects.requireNonNullElse(system.sysDescr(), ""),
                answers);
    }

    private static List<DeviceInterface> interfaces(
            Look look, Set<String> watched, List<PolledObject> objects, List<Reading> readings) {
        var rows = new InterfaceTable(look).rows();
        var names = InterfaceNames.of(rows);
        for (InterfaceRow row : rows) {
            if (DynamicInterfaces.kind(row).isEmpty() || watched.contains(row.name())) {
                objects.addAll(new InterfaceObjects(row, instance(names, row)).objects());
            }
        }
        var counts = DynamicInterfaces.counts(rows);
        counts.forEach(c -> look.note(c.instance() + ": counted, not measured one by one"));
        readings.addAll(counts);
        return rows.stream().map(row -> row.toInterface(instance(names, row))).toList();
    }

    private static String instance(Map<Long, String> names, InterfaceRow row) {
        return Objects.requireNonNullElse(names.get(row.index()), row.name());
    }
}
