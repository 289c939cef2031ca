package id.ronda.collector.snmp;

import id.ronda.kernel.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.snmp4j.smi.OID;

/** A client for tests and the words they use. */
final class Clients {
    private Clients() {}

    static SnmpClient open(MeterRegistry meters) {
        return SnmpClient.open(SnmpClientConfig.DEFAULT, meters, new SplittableRandom(42));
    }

    static SnmpClient open() {
        return open(new SimpleMeterRegistry());
    }

    static SnmpEndpoint v2c(InetSocketAddress address) {
        return endpoint(address, SnmpVersion.V2C);
    }

    static SnmpEndpoint endpoint(InetSocketAddress address, SnmpVersion version) {
        return new SnmpEndpoint(address, new Community(version, Secret.of("public")), false);
    }

    static SnmpRequest.Get get(String... oids) {
        return new SnmpRequest.Get(oids(oids));
    }

    static List<OID> oids(String... oids) {
        return Arrays.stream(oids).map(OID::new).toList();
    }

    static SnmpReply ask(SnmpClient client, SnmpPeer peer, SnmpRequest request) {
        return client.send(peer, request).orTimeout(20, TimeUnit.SECONDS).join();
    }

    static SnmpReply.Answered answered(SnmpReply reply) {
        if (reply instanceof SnmpReply.Answered answered) {
            return answered;
        }
        throw new AssertionError("not answered: " + reply);
    }

    static SnmpReply.Failed failed(SnmpReply reply) {
        if (reply instanceof SnmpReply.Failed failed) {
            return failed;
        }
        throw new AssertionError("answered: " + reply);
    }

    static double count(MeterRegistry meters, String name, String reason) {
        return meters.counter(name, "reason", reason).count();
    }
}
