package id.ronda.simulator;

import java.io.IOException;

/** Small devices and servers for tests. */
final class TestingAgents {
    static final String SYS_DESCR = "1.3.6.1.2.1.1.1.0";
    static final String SYS_UP_TIME = "1.3.6.1.2.1.1.3.0";
    static final String SERVICES = "1.3.6.1.2.1.1.7.0";
    static final String SPEED = "1.3.6.1.2.1.2.2.1.5.1";
    static final String HC_IN = "1.3.6.1.2.1.31.1.1.1.6.1";
    static final String ALIAS = "1.3.6.1.2.1.31.1.1.1.18.1";

    private TestingAgents() {}

    static ObjectTree.Builder objects() {
        return ObjectTree.builder()
                .text(SYS_DESCR, "a device")
                .changing(SYS_UP_TIME, Syntax.TIME_TICKS, Moment::uptimeTicks)
                .integer(SERVICES, 72)
                .put(Oid.of(SPEED), ServedValue.number(Syntax.GAUGE32, 4_294_967_295L))
                .put(Oid.of(HC_IN), ServedValue.number(Syntax.COUNTER64, -2))
                .text(ALIAS, "uplink");
    }

    static SimulatedDevice device(String name) {
        return SimulatedDevice.named(name).tree(objects().build()).build();
    }

    static AgentServer.Builder onOnePort() {
        return AgentServer.builder().listen(Loopback.socket(0, 0, 1, 0));
    }

    static AgentServer serve(SimulatedDevice... devices) throws IOException {
        AgentServer.Builder builder = onOnePort();
        for (SimulatedDevice device : devices) {
            builder.device(device);
        }
        return builder.build().start();
    }
}
