package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DatabaseTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx();
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(
                PostgresForTests.superuser(),
                Map.of(
                        Lane.INGEST,
                        LaneBounds.of(1, 1),
                        Lane.EDITS,
                        new LaneBounds(1, 1, Duration.ofMillis(300), Duration.ofSeconds(2))),
                meters);
        database.run(Lane.EDITS, handle -> handle.execute("create table if not exists note (text text)"));
        database.run(Lane.EDITS, handle -> handle.execute("truncate note"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void returning_commits() throws Exception {
        database.run(Lane.EDITS, handle -> handle.execute("insert into note values ('kept')"));

        assertThat(notes()).isOne();
    }

    @Test
    void throwing_rolls_back_and_passes_on() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.run(Lane.EDITS, handle -> {
                    handle.execute("insert into note values ('lost')");
                    throw new IllegalStateException("changed my mind");
                }));
        assertThatThrownBy(() -> database.run(Lane.EDITS, handle -> {
                    handle.execute("insert into note values ('lost')");
                    throw new IOException("disk");
                }))
                .isInstanceOf(WorkFailed.class)
                .hasCauseInstanceOf(IOException.class);

        assertThat(notes()).isZero();
    }

    @Test
    void call_answers_on_the_callers_context() throws Exception {
        Context context = vertx.getOrCreateContext();
        CountDownLatch same = new CountDownLatch(1);
        context.runOnContext(ignored -> database.call(Lane.EDITS, DatabaseTest::one)
                .onSuccess(value -> {
                    if (value == 1 && Vertx.currentContext() == context && Context.isOnEventLoopThread()) {
                        same.countDown();
                    }
                }));

        assertThat(same.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void call_without_a_context_answers_too() throws Exception {
        assertThat(database.call(Lane.INGEST, DatabaseTest::one).await(5, TimeUnit.SECONDS))
                .isOne();
    }

    @Test
    void call_passes_failures_and_errors() throws Exception {
        Future<Integer> failed = database.call(Lane.INGEST, handle -> {
            throw new AssertionError("bug");
        });

        assertThatThrownBy(() -> failed.await(5, TimeUnit.SECONDS)).hasMessage("bug");
    }

    @Test
    void run_refuses_the_event_loop() throws Exception {
        Future<Integer> refused = vertx.getOrCreateContext().owner().timer(1).map(ignored -> {
            return database.run(Lane.EDITS, DatabaseTest::one);
        });

        assertThatThrownBy(() -> refused.await(5, TimeUnit.SECONDS)).hasMessageContaining("use Database.call");
    }

    @Test
    void full_queue_is_refused_at_once_and_counted() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Future<Boolean> running = database.call(Lane.INGEST, handle -> release.await(5, TimeUnit.SECONDS));
        Future<Integer> waiting = database.call(Lane.INGEST, DatabaseTest::one);
        Future<Integer> refused = database.call(Lane.INGEST, DatabaseTest::one);

        assertThat(refused.cause()).isInstanceOf(DatabaseBusy.class);
        assertThatThrownBy(() -> database.run(Lane.INGEST, DatabaseTest::one)).isInstanceOf(DatabaseBusy.class);
        assertThat(meters.counter("ronda.database.busy", "lane", "ingest").count())
                .isEqualTo(2);
        assertThat(notes()).as("the other lane is free").isZero();

        release.countDown();
        assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.await(5, TimeUnit.SECONDS)).isOne();
        assertThat(database.run(Lane.INGEST, DatabaseTest::one)).isOne();
    }

    @Test
    void turn_that_does_not_come_is_busy() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch holding = new CountDownLatch(1);
        Future<Boolean> running = database.call(Lane.EDITS, handle -> {
            holding.countDown();
            return release.await(5, TimeUnit.SECONDS);
        });
        assertThat(holding.await(5, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> database.run(Lane.EDITS, DatabaseTest::one))
                .isInstanceOf(DatabaseBusy.class)
                .hasMessageContaining("no turn");
        release.countDown();
        running.await(5, TimeUnit.SECONDS);
    }

    @Test
    void server_that_is_not_there_is_away() throws Exception {
        LaneBounds impatient = new LaneBounds(1, 1, Duration.ofSeconds(1), Duration.ofMillis(300));
        try (Database absent = Database.open(
                DatabaseLogin.of("jdbc:postgresql://127.0.0.1:1/postgres?user=nobody"),
                Map.of(Lane.INGEST, impatient, Lane.EDITS, impatient),
                meters)) {
            assertThatThrownBy(() -> absent.run(Lane.EDITS, DatabaseTest::one)).isInstanceOf(DatabaseAway.class);
        }
        assertThat(meters.counter("ronda.database.away", "lane", "edits").count())
                .isOne();
    }

    @Test
    void connection_that_breaks_is_away_and_the_next_work_gets_a_new_one() throws Exception {
        assertThatThrownBy(() -> database.run(Lane.EDITS, handle -> {
                    int own = handle.createQuery("select pg_backend_pid()")
                            .mapTo(Integer.class)
                            .one();
                    return database.run(Lane.INGEST, other -> other.execute("select pg_terminate_backend(" + own + ")"))
                            + one(handle);
                }))
                .isInstanceOf(DatabaseAway.class);

        assertThat(database.run(Lane.EDITS, DatabaseTest::one)).isOne();
    }

    @Test
    void connections_say_who_they_are() throws Exception {
        String name = database.run(
                Lane.INGEST,
                h -> h.createQuery("show application_name").mapTo(String.class).one());

        assertThat(name).isEqualTo("ronda-ingest");
        assertThat(meters.find("hikaricp.connections").tag("pool", "ingest").gauge())
                .isNotNull();
        assertThat(meters.timer("ronda.database.work", "lane", "ingest").count())
                .isOne();
    }

    private int notes() {
        return database.run(
                Lane.EDITS,
                h -> h.createQuery("select count(*) from note")
                        .mapTo(Integer.class)
                        .one());
    }

    private static int one(Handle handle) {
        return handle.createQuery("select 1").mapTo(Integer.class).one();
    }
}
