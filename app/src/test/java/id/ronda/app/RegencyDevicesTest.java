package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.ronda.collector.ProbeReport;
import id.ronda.collector.SnmpProbe;
import id.ronda.simulator.RegencyConfig;
import id.ronda.simulator.RegencyDevice;
import id.ronda.simulator.VirtualRegency;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo's devices as the shipped profiles see them: family, class, maker, and what each is there to show. */
@Timeout(120)
class RegencyDevicesTest {

    /** name | profile | vendor | readings by which somebody would know the device, each {@code metric[unit]}. */
    private static final String FAMILIES = """
            core-router      | mikrotik-routeros  | MikroTik        | traffic.in[By/s] traffic.out[By/s] rate[1/s] count[1] temperature[Cel] fan.speed[1/min] power.active[W]
            firewall         | fortinet-fortigate | Fortinet        | cpu.utilization[%] memory.utilization[%] count[1] temperature[Cel] fan.speed[1/min]
            switch-1         | cisco-ios          | Cisco           | cpu.utilization[%] memory.used[By] temperature[Cel]
            switch-2         | cisco-ios          | Cisco           | cpu.utilization[%] memory.used[By] temperature[Cel]
            switch-3         | cisco-ios          | Cisco           | cpu.utilization[%] memory.used[By] temperature[Cel]
            switch-4         | huawei-vrp         | Huawei          | cpu.utilization[%] temperature[Cel] signal[dBm] current[A] voltage[V] power.active[W] state[1]
            switch-5         | ruijie             | Ruijie          | cpu.utilization[%] memory.total[By] temperature[Cel] signal[dBm] current[A] voltage[V]
            switch-6         | comware            | HPE             | cpu.utilization[%] memory.total[By] temperature[Cel] signal[dBm] power.active[W]
            olt-1            | huawei-smartax     | Huawei          | cpu.utilization[%] signal[dBm] temperature[Cel] state[1] count[1]
            olt-2            | bdcom              | BDCOM           | cpu.utilization[%] memory.utilization[%] count[1]
            wifi-aula        | ubiquiti-unifi     | Ubiquiti        | count[1] percent[%] signal[dBm] state[1]
            radio-menara     | ubiquiti-airmax    | Ubiquiti        | signal[dBm] percent[%] frequency[Hz] bit.rate[bit/s] latency[ms]
            radio-kecamatan  | ubiquiti-airmax    | Ubiquiti        | signal[dBm] percent[%] frequency[Hz] bit.rate[bit/s]
            ups-a            | ups-mib            | Simulated Power | battery.charge[%] battery.runtime[s] battery.time[s] load[%] voltage[V] temperature[Cel]
            ups-b            | apc-ups            | APC             | battery.charge[%] battery.runtime[s] battery.time[s] load[%] voltage[V] power.active[W]
            ups-pelayanan    | vertiv-liebert     | Vertiv          | battery.charge[%] battery.runtime[s] battery.time[s] load[%] voltage[V] power.active[W]
            pdu-a            | raritan-pdu        | Raritan         | power.active[W] current[A] voltage[V] energy[kW.h] frequency[Hz] state[1]
            pdu-b            | apc-pdu            | APC             | power.active[W] current[A] voltage[V] energy[kW.h] power.apparent[VA] state[1]
            ats-1            | apc-ats            | APC             | state[1] voltage[V] current[A] power.active[W]
            genset-1         | comap              | ComAp           | fuel.level[%] fuel.used[L] power.active[W] voltage[V] frequency[Hz] fan.speed[1/min] temperature[Cel] state[1]
            rectifier-menara | eltek-smartpack    | Eltek           | voltage[V] current[A] battery.runtime[s] battery.capacity[A.h] load[%] temperature[Cel] state[1]
            listrik-gedung   | janitza            | Janitza         | voltage[V] current[A] power.active[W] power.apparent[VA] power.factor[1] energy[kW.h] frequency[Hz]
            sensor-ruang     | akcp-sensorprobe   | AKCP            | temperature[Cel] humidity[%] state[1]
            sensor-lantai    | hwg-poseidon       | HW group        | temperature[Cel] humidity[%] state[1]
            ac-presisi       | apc-environment    | APC             | temperature[Cel] cooling.power[W] airflow[L/s] percent[%] pressure[Pa] state[1]
            akses-rak        | apc-rack-access    | APC             | state[1]
            idrac-04         | dell-idrac         | Dell            | fan.speed[1/min] temperature[Cel] power.active[W] energy[kW.h] voltage[V] disk.state[1]
            idrac-05         | dell-idrac         | Dell            | fan.speed[1/min] temperature[Cel] power.active[W] energy[kW.h] voltage[V] disk.state[1]
            ilo-07           | hpe-ilo            | HPE             | fan.speed[1/min] temperature[Cel] power.active[W] voltage[V] state[1]
            nas-arsip        | synology-dsm       | Synology        | storage.total[By] storage.available[By] temperature[Cel] health.state[1] cpu.utilization[%]
            hypervisor-1     | vmware             | VMware          | memory.total[By] memory.available[By] storage.used[By] state[1] guest.state[1]
            server-01        | linux-netsnmp      | Net-SNMP        | memory.total[By] storage.used[By] cpu.utilization[%] load.average[1]
            kantor-51        | mikrotik-routeros  | MikroTik        | count[1] voltage[V] temperature[Cel] cpu.utilization[%]
            kantor-54        | mikrotik-routeros  | MikroTik        | count[1] signal[dBm] signal.ratio[dB]
            printer-umum     | hp-printer         | HP              | percent[%] count[1] state[1]
            printer-dukcapil | kyocera-printer    | Kyocera         | percent[%] count[1] state[1]
            nvr-pendopo      | hikvision          | Hikvision       | cpu.utilization[%] storage.utilization[%] memory.total[By] count[1] state[1]
            kamera-ruang     | axis               | Axis            | temperature[Cel] state[1]
            """;

    private record Expected(String name, String profile, String vendor, Set<String> readings) {
        static Expected of(String line) {
            var cells = line.split(" *\\| *", -1);
            return new Expected(
                    cells[0].strip(),
                    cells[1],
                    cells[2],
                    Set.of(cells[3].strip().split(" ", -1)));
        }
    }

    /** Each device is asked once. */
    private static final Map<String, ProbeReport> REPORTS = new ConcurrentHashMap<>();

    private static VirtualRegency regency;
    private static Map<String, RegencyDevice> devices = Map.of();

    /** A Tuesday, 10:00 in western Indonesia: values are the same in every run. */
    @BeforeAll
    static void listen() throws IOException {
        var clock = InstantSource.fixed(Instant.parse("2026-11-17T03:00:00Z"));
        regency = VirtualRegency.create(new RegencyConfig(1, 0, clock, 1)).start();
        devices = regency.devices().stream().collect(Collectors.toMap(RegencyDevice::name, Function.identity()));
    }

    @AfterAll
    static void close() {
        regency.close();
    }

    @Test
    void everyDevice_isOneOfAFamilyThatIsLookedAtHere() {
        var looked = expected().map(Expected::name).collect(Collectors.toSet());

        assertThat(devices.keySet().stream().filter(name -> !name.matches("(kantor|server)-\\d+")))
                .isSubsetOf(looked);
    }

    @Test
    void everyFamily_isRecognisedWithItsReadings() {
        assertThat(expected()).allSatisfy(family -> {
            var device = Objects.requireNonNull(devices.get(family.name()), family.name());
            var report = asked(device);
            var who = Objects.requireNonNull(report.device());

            assertThat(report.profile()).as(family.name()).isEqualTo(family.profile());
            assertThat(who.deviceClass()).as(family.name()).isEqualTo(device.deviceClass());
            assertThat(who.vendor()).as(family.name()).isEqualTo(family.vendor());
            assertThat(who.sysName()).isEqualTo(family.name());
            assertThat(report.notes().stream().filter(note -> !note.contains("counted")))
                    .as(family.name())
                    .isEmpty();
            assertThat(report.readings().stream().map(r -> r.metric() + "[" + r.unit() + "]"))
                    .as(family.name())
                    .containsAll(family.readings());
        });
    }

    @Test
    void ordinaryDay_hasNothingThatIsNotInOrder() {
        assertThat(expected()).allSatisfy(family -> {
            var report = asked(Objects.requireNonNull(devices.get(family.name())));

            assertThat(report.readings().stream()
                            .filter(r -> r.state() != null)
                            .map(r -> r.name() + " " + r.state())
                            .filter(state -> !state.endsWith(" ok")))
                    .as(family.name())
                    .isEmpty();
        });
    }

    @Test
    void valuesAreThoseOfADataCentreInTheMorning() {
        assertThat(value("switch-4", "signal", "XGigabitEthernet0/0/1 receive")).isBetween(-6.8, -6.0);
        assertThat(value("sensor-lantai", "temperature", "Suhu bawah lantai")).isBetween(18.0, 21.0);
        assertThat(value("listrik-gedung", "voltage", "L1")).isBetween(224.0, 232.0);
        assertThat(value("listrik-gedung", "power.active", "Sum L1-L3")).isBetween(12_000.0, 18_000.0);
        assertThat(value("pdu-a", "energy", "Inlet I1")).isBetween(900.0, 2_000.0);
        assertThat(value("rectifier-menara", "voltage", "Battery")).isEqualTo(54.0);
        assertThat(value("ups-pelayanan", "battery.runtime", "Battery left")).isBetween(2_000.0, 3_000.0);
        assertThat(value("genset-1", "fuel.level", "Fuel level")).isEqualTo(82.0);
        assertThat(value("ac-presisi", "cooling.power", "Cooling output")).isBetween(1_500.0, 3_300.0);
        assertThat(value("idrac-04", "temperature", "System Board Inlet Temp")).isBetween(22.0, 25.0);
        assertThat(value("nas-arsip", "storage.available", "Volume 1")).isBetween(4.5e12, 4.7e12);
        assertThat(value("kantor-54", "signal", "LTE 1 RSSI")).isBetween(-85.0, -70.0);
        assertThat(value("nvr-pendopo", "count", "Video inputs")).isEqualTo(8);
    }

    private static double value(String device, String metric, String name) {
        return asked(Objects.requireNonNull(devices.get(device))).readings().stream()
                .filter(r -> r.metric().equals(metric) && r.name().equals(name))
                .map(ProbeReport.Value::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError(device + " has no " + metric + " " + name));
    }

    private static Stream<Expected> expected() {
        return FAMILIES.lines().map(Expected::of);
    }

    private static ProbeReport asked(RegencyDevice device) {
        return REPORTS.computeIfAbsent(device.name(), name -> ask(device));
    }

    private static ProbeReport ask(RegencyDevice device) {
        var described = JsonNodeFactory.instance.objectNode();
        described.put("address", device.address()).put("port", device.port());
        described.putObject("snmp").put("version", "2c").put("community", device.community());
        return switch (SnmpProbe.ask(described)) {
            case SnmpProbe.Outcome.Answered answered -> answered.report();
            case SnmpProbe.Outcome.Unreachable none ->
                throw new AssertionError(device.name() + none.report().notes());
            case SnmpProbe.Outcome.Refused refused ->
                throw new AssertionError(refused.errors().toString());
        };
    }
}
