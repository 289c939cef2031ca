package id.ronda.dashboards.office;

import id.ronda.collector.Device;
import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.DeviceSource;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.SampleBatch;
import id.ronda.collector.Series;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.identity.Classification;
import id.ronda.identity.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A regency's ICT office on a bad night: some devices are well, one is silent, one refuses, one has a hostile name. */
public final class Office {

    /** The unit of the devices that stand at Diskominfo; the others are of none. */
    public static final UnitId DISKOMINFO = new UnitId(7);

    public static final DeviceId ROUTER = new DeviceId(1);
    public static final DeviceId UPS = new DeviceId(2);
    public static final DeviceId GENSET = new DeviceId(3);
    public static final DeviceId ROOM = new DeviceId(4);
    public static final DeviceId SILENT = new DeviceId(5);
    public static final DeviceId REFUSING = new DeviceId(6);
    public static final DeviceId UNASKED = new DeviceId(7);
    public static final DeviceId NEW = new DeviceId(8);
    public static final DeviceId HOSTILE = new DeviceId(9);
    public static final String HOSTILE_NAME = "<script>alert(1)</script>\"' onload=x";

    public final InMemorySessions sessions = new InMemorySessions();
    public final InMemoryTokens tokens = new InMemoryTokens();
    public final InMemoryDevices devices = new InMemoryDevices();
    public final InMemoryFeed feed = new InMemoryFeed();
    public final InMemoryTimeSeries series;

    private final Clock clock;
    private final Duration interval;
    private final Map<DeviceId, List<Series>> polled = new LinkedHashMap<>();

    /** An office whose devices are asked that often, with {@code more} office links besides those with a name. */
    public Office(Clock clock, Duration interval, int more) {
        this.clock = clock;
        this.interval = interval;
        this.series = new InMemoryTimeSeries(clock, devices::sees);
        Instant now = clock.instant();
        series.use(new StorageUse(38_654_705_664L, 64_424_509_440L, 8.4, now.minus(Duration.ofDays(8)), List.of()));
        router();
        ups();
        genset();
        room();
        inTrouble(now);
        IntStream.range(0, more).forEach(this::officeLink);
    }

    /** One round of asking: a batch of the newest slot of every device that answers. */
    public void poll() {
        long width = interval.toMillis();
        long slot = Math.floorDiv(clock.millis(), width) * width;
        List<Series> all = polled.values().stream().flatMap(List::stream).toList();
        int[] ids = all.stream().mapToInt(Series::id).toArray();
        double[] values =
                IntStream.of(ids).mapToDouble(id -> series.valueAt(id, slot)).toArray();
        feed.give(new SampleBatch(ids, IntStream.of(ids).mapToLong(id -> slot).toArray(), values, ids.length));
        polled.keySet().forEach(id -> answered(id, Instant.ofEpochMilli(slot)));
    }

    /** Puts a device into another state. */
    public void become(DeviceId id, DeviceStatus status, @Nullable LastFailure failure) {
        Device was = devices.find(Reach.EVERYTHING, id).result().orElseThrow();
        devices.put(with(was, status, was.lastAnswerAt(), failure));
    }

    /** Adds a device whose only series began at that moment. */
    public void addYoung(DeviceId id, Instant born) {
        device(
                id,
                "baru",
                "127.0.4.1",
                null,
                DeviceStatus.UP,
                null,
                identity(DeviceClass.ENVIRONMENT, "AKCP", "SP2", null));
        Series temperature = series.begin(id, "temperature", "Cel", interval, daily(30, 5, 9), born);
        polled.put(id, List.of(temperature));
    }

    /** The series of a device by metric and instance. */
    public Series find(DeviceId device, String metric, String instance) {
        return polled.getOrDefault(device, List.of()).stream()
                .filter(one -> one.metric().equals(metric) && one.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    /** Gives a device to another unit, or to none. */
    public void move(DeviceId id, @Nullable UnitId unit) {
        Device was = devices.find(Reach.EVERYTHING, id).result().orElseThrow();
        devices.put(new Device(
                was.id(),
                was.address(),
                was.port(),
                was.name(),
                was.interval(),
                was.status(),
                was.identity(),
                was.source(),
                was.lastAnswerAt(),
                was.lastFailure(),
                was.unit(),
                unit,
                was.classification(),
                was.location(),
                was.parent(),
                was.tags()));
    }

    private void answered(DeviceId id, Instant slot) {
        Device was = devices.find(Reach.EVERYTHING, id).result().orElseThrow();
        if (was.status() == DeviceStatus.UP) {
            devices.put(with(was, DeviceStatus.UP, slot, null));
        }
    }

    private void router() {
        device(
                ROUTER,
                "rtr-inti-01",
                "127.0.1.1",
                "Ruang server Diskominfo",
                DeviceStatus.UP,
                null,
                identity(DeviceClass.ROUTER, "MikroTik", "CCR2004-16G-2S+", "7.11.2"));
        List<DeviceInterface> rows = new ArrayList<>();
        String[] uses = {"uplink ISP", "sekretariat daerah", "dinas kesehatan", "RSUD", "bappeda", "", "", "cctv"};
        for (int i = 0; i < uses.length; i++) {
            boolean up = i != 6;
            rows.add(new DeviceInterface(
                    i + 1,
                    "ether" + (i + 1),
                    "ether" + (i + 1),
                    "ether" + (i + 1),
                    uses[i],
                    6,
                    1500,
                    1_000_000_000L,
                    i == 5 ? IfStatus.DOWN : IfStatus.UP,
                    up && i != 5 ? IfStatus.UP : IfStatus.DOWN));
            double size = 20e6 / (i + 1);
            List<Gap> gaps =
                    i == 0 ? outage(Duration.ofMinutes(25), Duration.ofMinutes(6), GapReason.TIMEOUT) : List.of();
            if (up && i != 5) {
                add(ROUTER, "if.in.octets", "ether" + (i + 1), "By/s", daily(size * 0.55, size * 0.4, 97 + i), gaps);
                add(ROUTER, "if.out.octets", "ether" + (i + 1), "By/s", daily(size * 0.12, size * 0.1, 61 + i), gaps);
            }
        }
        devices.putInterfaces(ROUTER, rows);
        read(ROUTER, reading("cpu.utilization", "", "CPU", "%", null), daily(31, 18, 41));
        read(ROUTER, reading("temperature", "cpu", "Suhu CPU", "Cel", null), daily(48, 3, 23));
        read(ROUTER, reading("memory.used", "", "Memori", "By", null), daily(1.2e9, 4e7, 31));
        read(ROUTER, reading("voltage", "psu1", "PSU 1", "V", null), daily(24.1, 0.1, 13));
    }

    private void ups() {
        device(
                UPS,
                "ups-utama",
                "127.0.1.2",
                "Ruang server Diskominfo",
                DeviceStatus.UP,
                null,
                identity(DeviceClass.UPS, "APC", "Smart-UPS SRT 10000", "UPS 16.5"));
        read(UPS, reading("battery.charge", "", "Isi baterai", "%", null), daily(96, 3.5, 29));
        read(UPS, reading("load", "", "Beban", "%", null), daily(42, 6, 17));
        read(UPS, reading("battery.runtime", "", "Sisa waktu", "s", null), daily(2_820, 200, 37));
        read(UPS, reading("voltage", "input-1", "Masukan fase 1", "V", null), daily(221, 5, 11));
        read(UPS, reading("voltage", "output-1", "Keluaran fase 1", "V", null), daily(230, 0.6, 19));
        read(UPS, reading("temperature", "battery", "Baterai", "Cel", null), daily(27.5, 0.8, 43));
        read(UPS, reading("state", "battery", "Keadaan baterai", "1", ReadingState.WARNING), slot -> 3);
        read(UPS, reading("state", "output", "Sumber keluaran", "1", ReadingState.OK), slot -> 2);
    }

    private void genset() {
        device(
                GENSET,
                "genset-01",
                "127.0.1.3",
                "Halaman belakang",
                DeviceStatus.UP,
                null,
                identity(DeviceClass.GENSET, "ComAp", "InteliLite AMF25", "2.1"));
        read(GENSET, reading("fuel.level", "", "Solar", "%", null), daily(71, 4, 53));
        read(GENSET, reading("engine.speed", "", "Putaran mesin", "1/min", null), daily(760, 740, 7));
        read(GENSET, reading("voltage", "l1", "Fase 1", "V", null), daily(229, 2, 7));
        read(GENSET, reading("state", "engine", "Mesin", "1", ReadingState.OK), slot -> 1);
    }

    private void room() {
        device(
                ROOM,
                "sensor-ruang-server",
                "127.0.1.4",
                "Ruang server Diskominfo",
                DeviceStatus.UP,
                null,
                identity(DeviceClass.ENVIRONMENT, "AKCP", "sensorProbe8", null));
        read(ROOM, reading("temperature", "1", "Lorong dingin", "Cel", null), daily(22.8, 0.9, 47));
        read(ROOM, reading("temperature", "2", "Lorong panas", "Cel", null), daily(33.1, 1.8, 31));
        read(ROOM, reading("humidity", "1", "Kelembapan", "%", null), daily(54, 5, 59));
    }

    private void inTrouble(Instant now) {
        device(
                SILENT,
                "sw-kecamatan-losari",
                "127.0.2.5",
                "Kantor Kecamatan Losari",
                DeviceStatus.DOWN,
                new LastFailure("timeout", now.minusSeconds(40)),
                identity(DeviceClass.SWITCH, "Cisco", "C2960X-24", "15.2"));
        device(
                REFUSING,
                "fw-perbatasan",
                "127.0.2.6",
                null,
                DeviceStatus.DOWN,
                new LastFailure("wrong-digest", now.minusSeconds(12)),
                identity(DeviceClass.FIREWALL, "Fortinet", "FortiGate 100F", null));
        device(UNASKED, "srv-arsip", "127.0.2.7", "Ruang arsip", DeviceStatus.UNKNOWN, null, null);
        device(NEW, "ap-aula", "fd00::8", null, DeviceStatus.DISCOVERING, null, null);
        device(
                HOSTILE,
                HOSTILE_NAME,
                "127.0.2.9",
                "<b>di sini</b>",
                DeviceStatus.UP,
                null,
                identity(DeviceClass.SERVER, "<i>vendor", "\"model\"", null));
        read(HOSTILE, reading("temperature", "\"><img src=x>", "<u>suhu</u>", "Cel", null), daily(40, 2, 5));
    }

    private void officeLink(int number) {
        DeviceId id = new DeviceId(100 + number);
        device(
                id,
                "link-opd-%03d".formatted(number + 1),
                "127.0.3." + (number + 1),
                "OPD " + (number + 1),
                DeviceStatus.UP,
                null,
                identity(DeviceClass.ROUTER, "MikroTik", "hEX S", "7.11.2"));
        polled.put(id, List.of());
    }

    private static List<String> tags(DeviceId id) {
        return id.equals(ROUTER) ? List.of("kode:3.05.01.04.001") : List.of();
    }

    private void device(
            DeviceId id,
            String name,
            String address,
            @Nullable String location,
            DeviceStatus status,
            @Nullable LastFailure failure,
            @Nullable DeviceIdentity identity) {
        Instant answer = clock.instant().minusSeconds(status == DeviceStatus.UP ? 2 : 3_700);
        devices.put(new Device(
                id,
                address,
                161,
                name,
                interval,
                status,
                identity,
                new DeviceSource.Snmp("2c", null),
                identity == null ? null : answer,
                failure,
                isOfHead(location) ? "Diskominfo" : null,
                isOfHead(location) ? DISKOMINFO : null,
                Classification.TERBATAS,
                location,
                null,
                tags(id)));
        if (status == DeviceStatus.UP) {
            polled.put(id, new ArrayList<>());
        }
    }

    private static boolean isOfHead(@Nullable String location) {
        return location != null && location.contains("Diskominfo");
    }

    private static Device with(
            Device was, DeviceStatus status, @Nullable Instant answer, @Nullable LastFailure failure) {
        return new Device(
                was.id(),
                was.address(),
                was.port(),
                was.name(),
                was.interval(),
                status,
                was.identity(),
                was.source(),
                answer,
                failure,
                was.unit(),
                was.unitId(),
                was.classification(),
                was.location(),
                was.parent(),
                was.tags());
    }

    private static DeviceIdentity identity(
            DeviceClass deviceClass, String vendor, String model, @Nullable String version) {
        return new DeviceIdentity(
                "generic",
                deviceClass,
                vendor,
                model,
                version,
                "SN-0042",
                "1.3.6.1.4.1.14988.1",
                "inti",
                vendor + " " + model,
                1_234_567.0);
    }

    private static Reading reading(
            String metric, String instance, String name, String unit, @Nullable ReadingState state) {
        return new Reading(metric, instance, name, "1.3.6.1.4.1.1", null, unit, state, null);
    }

    private void read(DeviceId id, Reading reading, LongToDoubleFunction values) {
        add(id, reading.metric(), reading.instance(), reading.unit(), values, List.of());
        List<Reading> all =
                new ArrayList<>(devices.readings(Reach.EVERYTHING, id).result());
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        all.add(new Reading(
                reading.metric(),
                reading.instance(),
                reading.name(),
                reading.oid(),
                values.applyAsDouble(time.toEpochMilli()),
                reading.unit(),
                reading.state(),
                time));
        devices.putReadings(id, all);
    }

    private void add(
            DeviceId id, String metric, String instance, String unit, LongToDoubleFunction values, List<Gap> gaps) {
        Series added = series.add(id, metric, instance, unit, interval, values, gaps);
        polled.computeIfAbsent(id, device -> new ArrayList<>()).add(added);
    }

    private List<Gap> outage(Duration ago, Duration length, GapReason reason) {
        Instant from = clock.instant().minus(ago);
        return List.of(new Gap(from, from.plus(length), reason));
    }

    /** A day's rhythm with a ripple, the same at every call: mean, height, and the ripple's period in samples. */
    private LongToDoubleFunction daily(double mean, double height, int period) {
        return slot -> mean
                + height * 0.6 * Math.sin(2 * Math.PI * slot / 86_400_000.0)
                + height * 0.4 * Math.sin(2 * Math.PI * slot / (period * 30_000.0));
    }
}
