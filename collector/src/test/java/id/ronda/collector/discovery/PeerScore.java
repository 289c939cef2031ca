package id.ronda.collector.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of what a peer finds in a recording is found here, counted as the peer's facts are made: some are raw, some in other units. */
final class PeerScore {
    private static final double RELATIVE = 0.006;
    private static final double ABSOLUTE = 0.0051;

    private int ports;
    private int portsExpected;
    private int sensors;
    private int sensorsExpected;
    private int processors;
    private int processorsExpected;
    private int memory;
    private int memoryExpected;
    private int storage;
    private int storageExpected;
    private final List<String> missed = new ArrayList<>();

    static PeerScore of(JsonNode expected, Inventory found) {
        var score = new PeerScore();
        score.countPorts(expected.path("ports"), found.interfaces());
        score.countSensors(expected.path("sensors"), found.readings());
        score.countProcessors(expected.path("processors"), found.readings());
        score.countMemory(expected.path("memory"), found.readings());
        score.countStorage(expected.path("storage"), found.readings());
        return score;
    }

    private void countPorts(JsonNode expected, List<DeviceInterface> found) {
        var byIndex = found.stream().collect(Collectors.toMap(DeviceInterface::index, Function.identity()));
        for (JsonNode port : expected) {
            portsExpected++;
            var row = byIndex.get(port.path("ifIndex").asLong(-1));
            if (row != null && named(port, row) && inState(port, row) && fast(port, row)) {
                ports++;
            } else {
                missed.add("port " + port + " " + row);
            }
        }
    }

    private static boolean named(JsonNode port, DeviceInterface row) {
        String name = folded(port.path("ifName").asText(""));
        String description = folded(port.path("ifDescr").asText(""));
        return Stream.of(folded(row.name()), folded(row.description()))
                .anyMatch(n -> n.equals(name) || n.equals(description));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean inState(JsonNode port, DeviceInterface row) {
        String state = port.path("ifOperStatus").asText("");
        return state.isEmpty()
                || state.equals("null")
                || state.equalsIgnoreCase(row.operStatus().code());
    }

    private static boolean fast(JsonNode port, DeviceInterface row) {
        double speed = port.path("ifSpeed").asDouble(0);
        return speed == 0 || (row.speed() != null && close(speed, row.speed()));
    }

    private void countSensors(JsonNode expected, List<Reading> found) {
        var byOid = found.stream().collect(Collectors.groupingBy(Reading::oid));
        for (JsonNode sensor : expected) {
            sensorsExpected++;
            var readings = byOid.getOrDefault(sensor.path("oid").asText(), List.of());
            if (readings.stream().anyMatch(r -> agrees(sensor, r))) {
                sensors++;
            } else {
                missed.add("sensor " + sensor + " " + readings);
            }
        }
    }

    private static boolean agrees(JsonNode sensor, Reading reading) {
        if (!sensor.path("value").isNumber()) {
            return reading.state() != null;
        }
        if (sensor.path("class").asText().equals("state") && reading.state() != null) {
            return true;
        }
        double value = reading.value() == null ? Double.NaN : reading.value();
        return forms(sensor).anyMatch(form -> close(form, value));
    }

    /** The value as it is, raw, and in the units that the peer uses for its class. */
    private static Stream<Double> forms(JsonNode sensor) {
        double value = sensor.path("value").asDouble();
        double raw = value
                * sensor.path("multiplier").asDouble(1)
                / sensor.path("divisor").asDouble(1);
        double[] factors = switch (sensor.path("class").asText()) {
            case "runtime" -> new double[] {60};
            case "power_factor", "percent", "load", "humidity", "charge" -> new double[] {0.01, 100};
            case "power_consumed" -> new double[] {1000, 3.6e6};
            case "pressure" -> new double[] {1000};
            case "delay", "current", "voltage", "dbm", "bitrate" -> new double[] {0.001, 1000};
            default -> new double[] {};
        };
        return Stream.concat(
                Stream.of(value, raw), java.util.Arrays.stream(factors).mapToObj(f -> value * f));
    }

    private void countProcessors(JsonNode expected, List<Reading> found) {
        for (JsonNode processor : expected) {
            processorsExpected++;
            double value = processor.path("value").asDouble();
            processors += found.stream()
                            .anyMatch(r -> r.metric().startsWith("cpu.")
                                    && r.value() != null
                                    && Math.abs(r.value() - value) <= 1.01)
                    ? 1
                    : 0;
        }
    }

    private void countMemory(JsonNode expected, List<Reading> found) {
        for (JsonNode pool : expected) {
            memoryExpected++;
            memory += pool("memory.", pool, found);
        }
    }

    private void countStorage(JsonNode expected, List<Reading> found) {
        for (JsonNode pool : expected) {
            storageExpected++;
            storage += pool("storage.", pool, found);
        }
    }

    /** A pool is found by its size or by its use. */
    private int pool(String metrics, JsonNode pool, List<Reading> found) {
        boolean there = found.stream()
                .filter(r -> r.metric().startsWith(metrics) && r.value() != null)
                .anyMatch(r -> close(pool.path("total").asDouble(Double.NaN), value(r))
                        || close(pool.path("percent").asDouble(Double.NaN), value(r)));
        if (!there) {
            missed.add(metrics + " " + pool);
        }
        return there ? 1 : 0;
    }

    private static double value(Reading reading) {
        return reading.value() == null ? Double.NaN : reading.value();
    }

    private static boolean close(double expected, double found) {
        return Math.abs(expected - found)
                <= Math.max(RELATIVE * Math.max(Math.abs(expected), Math.abs(found)), ABSOLUTE);
    }

    void add(PeerScore other) {
        ports += other.ports;
        portsExpected += other.portsExpected;
        sensors += other.sensors;
        sensorsExpected += other.sensorsExpected;
        processors += other.processors;
        processorsExpected += other.processorsExpected;
        memory += other.memory;
        memoryExpected += other.memoryExpected;
        storage += other.storage;
        storageExpected += other.storageExpected;
    }

    int ports() {
        return ports;
    }

    int sensors() {
        return sensors;
    }

    int processors() {
        return processors;
    }

    int memory() {
        return memory;
    }

    int storage() {
        return storage;
    }

    List<String> missed() {
        return missed;
    }

    /** Found of expected, a cell each: ports, sensors, processors, memory, storage. */
    List<String> cells() {
        return List.of(
                cell(ports, portsExpected),
                cell(sensors, sensorsExpected),
                cell(processors, processorsExpected),
                cell(memory, memoryExpected),
                cell(storage, storageExpected));
    }

    private static String cell(int found, int expected) {
        return expected == 0 ? "" : found + "/" + expected;
    }

    @Override
    public String toString() {
        return "ports %s, sensors %s, processors %s, memory %s, storage %s".formatted(cells().toArray());
    }
}
