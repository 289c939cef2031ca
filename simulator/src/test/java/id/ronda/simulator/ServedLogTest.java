package id.ronda.simulator;

import static id.ronda.simulator.TestingAgents.SERVICES;
import static id.ronda.simulator.TestingAgents.SYS_DESCR;
import static id.ronda.simulator.TestingAgents.SYS_UP_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.snmp4j.Target;
import org.snmp4j.smi.UdpAddress;

class ServedLogTest {
    private final AtomicLong ticker = new AtomicLong();

    @Test
    void everyServedNumberIsKeptWithItsTime() throws IOException {
        ServedLog log = new ServedLog(3);
        try (AgentServer server = TestingAgents.onOnePort()
                        .device(TestingAgents.device("one"))
                        .log(log)
                        .ticker(ticker::get)
                        .build()
                        .start();
                TestingClient client = new TestingClient()) {
            Target<UdpAddress> target = client.v2c(server.address("one"), "one");
            for (int second = 1; second <= 5; second++) {
                ticker.set(second * 1_000_000_000L);
                assertThat(client.value(target, SYS_UP_TIME).toLong()).isEqualTo(8_640_000 + second * 100L);
            }
            client.get(target, SERVICES, SYS_DESCR);
        }
        assertThat(log.served("one", Oid.of(SYS_UP_TIME)))
                .isEqualTo(List.of(
                        new ServedLog.Served(3_000_000_000L, 8_640_300),
                        new ServedLog.Served(4_000_000_000L, 8_640_400),
                        new ServedLog.Served(5_000_000_000L, 8_640_500)));
        assertThat(log.served("one", Oid.of(SERVICES)))
                .extracting(ServedLog.Served::value)
                .containsExactly(72L);
        assertThat(log.served("one", Oid.of(SYS_DESCR))).isEmpty();
        assertThat(log.served("two", Oid.of(SERVICES))).isEmpty();
    }

    @Test
    void anEmptyLogIsRefused() {
        assertThatThrownBy(() -> new ServedLog(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
