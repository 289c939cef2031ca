package id.ronda.collector.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.DeviceIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which classes fit the peer's kind of a device, and which maker its system has. */
final class PeerIdentity {
    private static final Map<String, Set<String>> CLASSES = Map.of(
            "network", Set.of("router", "switch", "firewall", "wireless", "olt"),
            "firewall", Set.of("firewall", "router"),
            "wireless", Set.of("wireless", "router", "switch"),
            "power", Set.of("ups", "pdu", "ats", "genset", "rectifier", "environment", "power-meter"),
            "environment", Set.of("environment", "access-control", "ups", "pdu"),
            "server", Set.of("server", "bmc", "hypervisor", "storage"),
            "storage", Set.of("storage", "server"),
            "management", Set.of("bmc", "server", "environment", "switch"));

    private final Map<String, String> vendors;

    /** With the makers of {@code /recordings/vendors.txt}: the peer's name of a system, a blank, its makers with {@code |} between. */
    PeerIdentity() throws IOException {
        try (var file = Objects.requireNonNull(PeerIdentity.class.getResourceAsStream("/recordings/vendors.txt"))) {
            vendors = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(' ')),
                            line -> line.substring(line.indexOf(' ') + 1).strip()));
        }
    }

    /** A kind that the peer does not tell, or one without a class here, wants any class but unknown. */
    boolean classFits(JsonNode expected, DeviceIdentity found) {
        String kind = expected.path("device").path("type").asText("");
        String code = found.deviceClass().code();
        return CLASSES.containsKey(kind) ? CLASSES.get(kind).contains(code) : !code.equals("unknown");
    }

    boolean vendorFits(JsonNode expected, DeviceIdentity found) {
        String system = expected.path("device").path("os").asText("");
        var makers = vendors.get(system);
        return makers == null
                || (found.vendor() != null && List.of(makers.split("\\|")).contains(found.vendor()));
    }
}
