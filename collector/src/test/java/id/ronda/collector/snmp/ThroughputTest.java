package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.OID;

/** Many requests of ten objects each to many devices at once: all are answered, none is lost. */
class ThroughputTest {
    private static final Logger LOG = LoggerFactory.getLogger(ThroughputTest.class);
    private static final int DEVICES = 200;

    private final PreparedRequest request = PreparedRequest.of(new SnmpRequest.Get(IntStream.rangeClosed(1, 10)
            .mapToObj(row -> new OID("1.3.6.1.2.1.31.1.1.1.6").append(row))
            .toList()));

    @Test
    @Timeout(60)
    void answersAllAndLosesNone() throws InterruptedException {
        int requests = Integer.getInteger("ronda.snmp.requests", 40_000);

        var figures = measure(requests);

        LOG.info("SNMP v2c GET of 10: {}", figures);
        assertThat(figures.answered()).isEqualTo(requests);
        assertThat(figures.failed()).isZero();
    }

    private Load.Figures measure(int requests) throws InterruptedException {
        var mib = new Mib();
        IntStream.rangeClosed(1, 10)
                .forEach(row -> mib.with("1.3.6.1.2.1.31.1.1.1.6." + row, new Counter64((1L << 40) + row)));
        try (var responder = FastResponder.start(DEVICES, mib);
                var client =
                        SnmpClient.open(SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SplittableRandom(1))) {
            var peers = responder.addresses().stream()
                    .map(address -> client.peer(Clients.v2c(address)))
                    .toList();
            new Load(client, peers, request, requests / 4).await(256);
            return new Load(client, peers, request, requests).await(256);
        }
    }
}
