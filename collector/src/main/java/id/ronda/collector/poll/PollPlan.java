package id.ronda.collector.poll;

import id.ronda.collector.reading.CounterTrack;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.snmp.PreparedRequest;
import id.ronda.collector.snmp.SnmpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * What one device is asked at every slot, as requests ready to be sent, and the memory of its counters.
 *
 * <p>Each request begins with sysUpTime, because a counter's answer is worth something only beside it. An interface's
 * ifCounterDiscontinuityTime (RFC 2863) goes into the same request as its counters, for the same reason.
 */
final class PollPlan {

    static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
    static final OID IF_TABLE_LAST_CHANGE = new OID("1.3.6.1.2.1.31.1.5.0");
    private static final OID IF_ENTRY = new OID("1.3.6.1.2.1.2.2.1");
    private static final OID IF_X_ENTRY = new OID("1.3.6.1.2.1.31.1.1.1");
    private static final OID DISCONTINUITY_TIME = new OID("1.3.6.1.2.1.31.1.1.1.19");

    /** Octets that an answer may take: what fits an Ethernet frame with IP, UDP and SNMPv3 in front. */
    private static final int ANSWER_ROOM = 1_250;
    /** Tag, length and a 64-bit number. */
    private static final int VALUE_ROOM = 11;

    private final List<PolledObject> objects;
    private final int[] series;
    private final CounterTrack counters;
    private final long[] discontinuities;
    private final List<PlannedRequest> requests;

    /**
     * One request of the plan.
     *
     * @param oids as asked, in order
     * @param roles for each OID: the number of its object, or one of the constants below
     */
    @SuppressWarnings("ArrayRecordComponent")
    record PlannedRequest(PreparedRequest request, List<OID> oids, int[] roles) {}

    static final int ROLE_UPTIME = -1;
    static final int ROLE_TABLE_CHANGE = -2;
    /** {@code ROLE_GUARD − i} is the discontinuity time number i. */
    static final int ROLE_GUARD = -3;

    private final Map<OID, Integer> guardNumbers = new HashMap<>();
    private final int[] guardOfObject;

    /** A plan for these objects, whose series have these ids, in the same order. */
    PollPlan(List<PolledObject> objects, int[] series) {
        this.objects = List.copyOf(objects);
        this.series = series.clone();
        this.counters = new CounterTrack(objects.size());
        this.guardOfObject = new int[objects.size()];
        var guardable = objects.stream()
                .map(PolledObject::oid)
                .filter(oid -> oid.startsWith(IF_X_ENTRY))
                .map(OID::last)
                .collect(Collectors.toSet());
        for (int i = 0; i < guardOfObject.length; i++) {
            guardOfObject[i] = guardNumber(objects.get(i), guardable);
        }
        this.discontinuities = new long[guardNumbers.size()];
        Arrays.fill(discontinuities, -1);
        this.requests = pack();
    }

    /** The plan that a look led to. */
    static PollPlan of(PlannedDevice.Known known) {
        return new PollPlan(known.objects(), known.series());
    }

    /** This plan with what a look that broke off saw: the series that it did not reach go on. */
    PollPlan joinedBy(PlannedDevice.Known seen) {
        var all = new LinkedHashMap<Integer, PolledObject>();
        for (int i = 0; i < series.length; i++) {
            all.put(series[i], objects.get(i));
        }
        for (int i = 0; i < seen.series().length; i++) {
            all.put(seen.series()[i], seen.objects().get(i));
        }
        int[] ids = all.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new PollPlan(List.copyOf(all.values()), ids);
    }

    /** Only a device with an ifXTable has discontinuity times. */
    private int guardNumber(PolledObject object, Set<Integer> guardable) {
        if (!object.kind().isCounter()
                || !isOfInterface(object.oid())
                || !guardable.contains(object.oid().last())) {
            return -1;
        }
        var guard = new OID(DISCONTINUITY_TIME).append(object.oid().last());
        return guardNumbers.computeIfAbsent(guard, g -> guardNumbers.size());
    }

    static boolean isOfInterface(OID oid) {
        return oid.startsWith(IF_ENTRY) || oid.startsWith(IF_X_ENTRY);
    }

    private List<PlannedRequest> pack() {
        var packed = new ArrayList<PlannedRequest>();
        var packing = new Packing();
        packing.add(IF_TABLE_LAST_CHANGE, ROLE_TABLE_CHANGE);
        var guarded = new HashMap<Integer, Integer>();
        for (int i = 0; i < objects.size(); i++) {
            int guard = guardOfObject[i];
            if (packing.isFullFor(objects.get(i).oid())) {
                packed.add(packing.seal());
                packing = new Packing();
            }
            packing.add(objects.get(i).oid(), i);
            if (guard >= 0 && !Integer.valueOf(packed.size()).equals(guarded.put(guard, packed.size()))) {
                packing.add(
                        new OID(DISCONTINUITY_TIME).append(objects.get(i).oid().last()), ROLE_GUARD - guard);
            }
        }
        packed.add(packing.seal());
        return packed;
    }

    /**
     * Goes on with the counters of the plan before this one, so that a new look at the device costs no rate. Counters whose
     * number changed are forgotten, and so are those of a device that restarted ({@code stale}).
     */
    PollPlan after(PollPlan before, boolean stale) {
        var places = new HashMap<Integer, Integer>();
        for (int j = 0; j < before.size(); j++) {
            places.put(before.series[j], j);
        }
        for (int i = 0; i < size(); i++) {
            var j = places.get(series[i]);
            if (j != null) {
                counters.takeOver(i, before.counters, j);
                if (stale || !object(i).oid().equals(before.object(j).oid())) {
                    counters.forget(i);
                }
            }
        }
        return this;
    }

    /** In the order in which they are sent; changed only by {@link #halve} and {@link #leaveOutMissing}. */
    List<PlannedRequest> requests() {
        return requests;
    }

    /**
     * Puts two smaller requests in the place of one that the device cannot answer, for the life of this plan.
     *
     * @return false if it asks for one object only
     */
    boolean halve(int place) {
        var whole = requests.get(place);
        int asked = whole.roles().length - 1;
        if (asked < 2) {
            return false;
        }
        requests.set(place, part(whole, 1, 1 + asked / 2));
        requests.add(place + 1, part(whole, 1 + asked / 2, 1 + asked));
        return true;
    }

    /**
     * Asks no more, for the life of this plan, for the witnesses (ifTableLastChange, ifCounterDiscontinuityTime) that the device turned
     * out not to have: on v1 each would cost a round trip at every slot (RFC 1157, 4.1.2).
     *
     * @param answered the bindings of the request at {@code place}, in its order
     */
    void leaveOutMissing(int place, List<VariableBinding> answered) {
        var asked = requests.get(place);
        var packing = new Packing();
        boolean all = true;
        for (int i = 1; i < asked.roles().length; i++) {
            boolean missing = asked.roles()[i] <= ROLE_TABLE_CHANGE
                    && answered.get(i).getVariable().isException();
            all &= !missing;
            if (!missing) {
                packing.add(asked.oids().get(i), asked.roles()[i]);
            }
        }
        if (!all) {
            requests.set(place, packing.seal());
        }
    }

    private static PlannedRequest part(PlannedRequest whole, int from, int to) {
        var packing = new Packing();
        for (int i = from; i < to; i++) {
            packing.add(whole.oids().get(i), whole.roles()[i]);
        }
        return packing.seal();
    }

    /** Number of objects, and so of series. */
    int size() {
        return series.length;
    }

    PolledObject object(int i) {
        return objects.get(i);
    }

    int series(int i) {
        return series[i];
    }

    ObjectKind kind(int i) {
        return objects.get(i).kind();
    }

    CounterTrack counters() {
        return counters;
    }

    /**
     * Takes an interface's discontinuity time. When it differs from the one before, the interface's counters start anew.
     *
     * @return whether it differs
     */
    boolean discontinued(int guard, long time) {
        long before = discontinuities[guard];
        discontinuities[guard] = time;
        if (before < 0 || before == time) {
            return false;
        }
        for (int i = 0; i < guardOfObject.length; i++) {
            if (guardOfObject[i] == guard) {
                counters.forget(i);
            }
        }
        return true;
    }

    /** Collects the OIDs of one request until it is full. */
    private static final class Packing {
        private final List<OID> oids = new ArrayList<>(List.of(SYS_UP_TIME));
        private final List<Integer> roles = new ArrayList<>(List.of(ROLE_UPTIME));
        private int room = roomOf(SYS_UP_TIME);

        boolean isFullFor(OID next) {
            return room + 2 * roomOf(next) > ANSWER_ROOM;
        }

        void add(OID oid, int role) {
            oids.add(oid);
            roles.add(role);
            room += roomOf(oid);
        }

        PlannedRequest seal() {
            int[] numbers = roles.stream().mapToInt(Integer::intValue).toArray();
            return new PlannedRequest(PreparedRequest.of(new SnmpRequest.Get(oids)), List.copyOf(oids), numbers);
        }

        private static int roomOf(OID oid) {
            return oid.getBERLength() + 4 + VALUE_ROOM;
        }
    }
}
