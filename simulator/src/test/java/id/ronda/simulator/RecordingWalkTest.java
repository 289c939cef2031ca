package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.Target;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

class RecordingWalkTest {
    @Test
    void everyRecordingIsWalkedFromEndToEnd() throws IOException {
        List<SimulatedDevice> devices = Recordings.load(RecordingFolder.orSkip(), Replay.FROZEN);
        try (AgentServer server =
                        TestingAgents.onOnePort().devices(devices).build().start();
                TestingClient client = new TestingClient()) {
            for (SimulatedDevice device : devices) {
                Target<UdpAddress> target = client.v2c(server.address(device.name()), device.name());
                assertThat(names(client.walk(target, 50))).as(device.name()).isEqualTo(names(device.tree()));
            }
            assertThat(server.count(AgentCount.FAILED)).isZero();
        }
    }

    @Test
    void smallRecordingsAreWalkedStepByStep() throws IOException {
        List<SimulatedDevice> devices = Recordings.load(RecordingFolder.orSkip()).stream()
                .filter(device -> device.tree().size() < 400)
                .limit(20)
                .toList();
        try (AgentServer server =
                        TestingAgents.onOnePort().devices(devices).build().start();
                TestingClient client = new TestingClient()) {
            for (SimulatedDevice device : devices) {
                Target<UdpAddress> target = client.v2c(server.address(device.name()), device.name());
                assertThat(names(client.walk(target, 0))).as(device.name()).isEqualTo(names(device.tree()));
            }
        }
    }

    private static List<String> names(List<VariableBinding> walked) {
        return walked.stream()
                .map(VariableBinding::getOid)
                .map(OID::toDottedString)
                .toList();
    }

    private static List<String> names(ObjectTree tree) {
        return IntStream.range(0, tree.size())
                .mapToObj(index -> tree.oid(index).toString())
                .toList();
    }
}
