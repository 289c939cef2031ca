package id.ronda.collector.device;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snmp4j.smi.OID;

/** What a look at a device might find. */
public final class Findings {
    static final Limits LIMITS = new Limits(null, 5.0, 70.0, 85.5);

    private static final OID ON_BATTERY = new OID("1.3.6.1.2.1.33.1.4.1.0");

    private static final OID CPU = new OID("1.3.6.1.4.1.14988.1.1.3.11.0");

    private Findings() {}

    private static PolledObject polled(String metric, String instance, OID oid) {
        return new PolledObject(
                oid, metric, instance, instance, "1", ObjectKind.GAUGE, value -> value.toInt(), null, Double.NaN);
    }

    /** The same router, and five sessions on it, which are counted only. */
    public static Inventory routerWithSessions() {
        Inventory router = router();
        List<Reading> readings = new ArrayList<>(router.readings());
        readings.add(new Reading(
                "count", "interfaces.dynamic.pppoe", "Sessions", "1.3.6.1.2.1.2.2.1.2.9", 5.0, "1", null, null));
        return new Inventory(
                router.identity(), router.interfaces(), router.objects(), readings, router.complete(), router.notes());
    }

    /** A router with two interfaces, a temperature and a state. */
    public static Inventory router() {
        return new Inventory(
                new DeviceIdentity(
                        "mikrotik-routeros",
                        DeviceClass.ROUTER,
                        "MikroTik",
                        "RB760iGS",
                        "7.11",
                        null,
                        "1.3.6.1.4.1.14988.1",
                        "core",
                        "RouterOS",
                        8640.5),
                List.of(
                        new DeviceInterface(
                                1,
                                "ether1",
                                "ether1",
                                "e1",
                                "uplink",
                                6,
                                1500,
                                1_000_000_000L,
                                IfStatus.UP,
                                IfStatus.UP),
                        new DeviceInterface(2, "port", "e2", "e2", "", null, null, null, IfStatus.DOWN, IfStatus.DOWN)),
                List.of(
                        polled("temperature", "cpu", CPU),
                        new PolledObject(
                                ON_BATTERY,
                                "state",
                                "power",
                                "Power",
                                "1",
                                ObjectKind.STATE,
                                value -> value.toInt(),
                                new StateMap(Map.of(2, new StateMap.Meaning("onBattery", ReadingState.WARNING))),
                                Double.NaN)),
                List.of(
                        new Reading("temperature", "cpu", "CPU", CPU.toString(), 41.0, "Cel", null, null, LIMITS),
                        new Reading("state", "power", "Power", ON_BATTERY.toString(), 2.0, "1", null, null)),
                true,
                List.of());
    }
}
