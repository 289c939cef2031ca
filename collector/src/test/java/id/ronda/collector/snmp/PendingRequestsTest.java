package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {
    private final SnmpClient client = Clients.open();
    private final SocketPeer peer =
            (SocketPeer) client.peer(Clients.v2c(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
    private final PendingRequests pending = new PendingRequests(new SplittableRandom(7));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void idsAlwaysNeedFourOctetsAndStayPositive() {
        for (int i = 0; i < 2000; i++) {
            var exchange = exchange();
            pending.add(exchange);
            assertThat(exchange.id() & PendingRequests.ATTEMPT_BITS).isZero();
            assertThat(new BerWriter(8).integer(exchange.id()).toByteArray()).hasSize(6);
            assertThat(exchange.id()).isPositive();
        }
        assertThat(pending.size()).isEqualTo(2000);
    }

    @Test
    void findsAnExchangeByTheIdOfAnAttemptThatWasSent() {
        var exchange = exchange();
        pending.add(exchange);
        int first = exchange.nextAttempt(1);

        assertThat(pending.find(first)).isSameAs(exchange);
        assertThat(pending.find(first + 1)).isNull();
        assertThat(pending.find(exchange.nextAttempt(2))).isSameAs(exchange);
    }

    @Test
    void remembersTheLastThatEnded() {
        var ended = new ArrayList<Exchange>();
        for (int i = 0; i < 1025; i++) {
            var exchange = exchange();
            pending.add(exchange);
            exchange.nextAttempt(i);
            pending.remove(exchange, true);
            ended.add(exchange);
        }

        assertThat(pending.size()).isZero();
        assertThat(pending.findEnded(ended.getFirst().id())).isNull();
        assertThat(pending.findEnded(ended.getLast().id())).isSameAs(ended.getLast());
    }

    private Exchange exchange() {
        return new Exchange(peer, PreparedRequest.of(Clients.get("1.3")), SendOptions.POLL, reply -> {});
    }
}
