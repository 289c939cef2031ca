package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShutdownTest {

    private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
    private final Shutdown shutdown = new Shutdown(Duration.ofSeconds(10));

    @Test
    void lastStarted_isStoppedFirst() throws Exception {
        shutdown.add("database", () -> stopped.add("database"));
        shutdown.add("collector", () -> stopped.add("collector"));

        assertThat(shutdown.run()).isTrue();
        assertThat(stopped).containsExactly("collector", "database");
        shutdown.await();
    }

    @Test
    void failingPart_doesNotKeepTheNextFromStopping() {
        shutdown.add("database", () -> stopped.add("database"));
        shutdown.add("collector", () -> {
            throw new IllegalStateException("no spool to close");
        });

        assertThat(shutdown.run()).isFalse();
        assertThat(stopped).containsExactly("database");
    }

    @Test
    void hangingPart_isLeftBehindWhenTheTimeIsOver() {
        var never = new CountDownLatch(1);
        var impatient = new Shutdown(Duration.ofMillis(200));
        impatient.add("http", never::await);

        assertThat(impatient.run()).isFalse();
        assertThat(never.getCount()).isOne();
    }

    @Test
    void secondRun_stopsNothingTwice() {
        shutdown.add("database", () -> stopped.add("database"));

        assertThat(shutdown.run()).isTrue();
        assertThat(shutdown.run()).isTrue();
        assertThat(stopped).containsExactly("database");
    }
}
