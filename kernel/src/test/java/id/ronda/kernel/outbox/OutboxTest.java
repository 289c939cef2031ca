package id.ronda.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.PostgresForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OutboxTest {

    private static final Duration NEVER = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(50);

    record Noted(int writer, int number, Instant at) implements Fact {}

    record Forgotten(String what) implements Fact {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outbox outbox = new Outbox();
    private final AtomicInteger failures = new AtomicInteger();
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        DatabaseLogins logins = PostgresForTests.migratedDatabase();
        Jdbi.create(logins.owner().dataSource()).useHandle(handle -> {
            handle.execute("create table kernel.effect (position serial, consumer text, writer int, number int)");
        });
        database = PostgresForTests.open(logins.app(), LaneBounds.of(4, 100), LaneBounds.of(4, 100));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Writes each fact into a table, and fails as often as told. */
    private final class Recorder implements FactConsumer {

        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Class<? extends Fact>> facts() {
            return Set.of(Noted.class);
        }

        @Override
        public void take(Handle handle, Fact fact) {
            Noted noted = (Noted) fact;
            handle.execute(
                    "insert into kernel.effect (consumer, writer, number) values (?, ?, ?)",
                    name,
                    noted.writer(),
                    noted.number());
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("on demand");
            }
        }
    }

    private OutboxReader reader(Duration poll, String... names) {
        List<FactConsumer> consumers =
                List.of(names).stream().<FactConsumer>map(Recorder::new).toList();
        return new OutboxReader(database, outbox, consumers, poll, meters);
    }

    private void write(int writer, int number) {
        database.run(Lane.INGEST, handle -> {
            outbox.append(handle, new Noted(writer, number, Instant.EPOCH));
            return number;
        });
    }

    private List<Integer> effects(String consumer) {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select number from kernel.effect where consumer = ? order by position")
                        .bind(0, consumer)
                        .mapTo(Integer.class)
                        .list());
    }

    private int waiting() {
        return database.run(
                Lane.EDITS,
                h -> h.createQuery("select count(*) from kernel.outbox")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void facts_of_one_batch_keep_their_order_and_signal_once() {
        AtomicInteger signals = new AtomicInteger();
        outbox.onSignal(signals::incrementAndGet);

        database.run(Lane.EDITS, handle -> {
            outbox.appendAll(
                    handle,
                    List.of(new Noted(1, 1, Instant.EPOCH), new Forgotten("x"), new Noted(1, 2, Instant.EPOCH)));
            return true;
        });

        List<String> types = database.run(
                Lane.EDITS,
                handle -> handle.createQuery(
                                "select type || coalesce(fact ->> 'number', '') from kernel.outbox order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(types).hasSize(3);
        assertThat(types.getFirst()).endsWith("Noted1");
        assertThat(types.getLast()).endsWith("Noted2");
        assertThat(signals).hasValue(1);
    }

    @Test
    void facts_reach_every_consumer_in_order_by_the_signal_alone() {
        try (OutboxReader reader = reader(NEVER, "a", "b")) {
            reader.start();
            for (int number = 0; number < 250; number++) {
                write(0, number);
            }
            await().untilAsserted(() -> assertThat(effects("b")).hasSize(250));
            await().untilAsserted(() -> assertThat(effects("a")).hasSize(250).isSorted());
        }
        assertThat(meters.counter("ronda.outbox.taken", "consumer", "a").count())
                .isEqualTo(250);
    }

    @Test
    void transactions_are_ordered_as_numbers() {
        for (String xid : List.of("100", "9", "10")) {
            database.run(
                    Lane.EDITS,
                    handle -> handle.createUpdate(
                                    "insert into kernel.outbox (xid, type, fact) values (:xid::xid8, :type, :fact::jsonb)")
                            .bind("xid", xid)
                            .bind("type", FactNames.of(Noted.class))
                            .bind("fact", FactNames.json(new Noted(0, Integer.parseInt(xid), Instant.EPOCH)))
                            .execute());
        }
        try (OutboxReader reader = reader(OFTEN, "a")) {
            reader.start();
            await().untilAsserted(() -> assertThat(waiting()).isZero());
            assertThat(effects("a")).containsExactly(9, 10, 100);
        }
    }

    @Test
    void fact_of_a_transaction_that_rolls_back_never_was() {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.run(Lane.EDITS, handle -> {
                    outbox.append(handle, new Noted(0, 0, Instant.EPOCH));
                    throw new IllegalStateException("no");
                }));

        assertThat(waiting()).isZero();
    }

    @Test
    void slow_transaction_is_not_passed_over() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (OutboxReader reader = reader(NEVER, "a");
                ExecutorService slow = Executors.newVirtualThreadPerTaskExecutor()) {
            reader.start();
            slow.execute(() -> database.run(Lane.INGEST, handle -> {
                outbox.append(handle, new Noted(0, 1, Instant.EPOCH));
                written.countDown();
                return mayCommit.await(5, TimeUnit.SECONDS);
            }));
            assertThat(written.await(5, TimeUnit.SECONDS)).isTrue();
            write(0, 2);
            await().during(Duration.ofMillis(200)).until(() -> effects("a").isEmpty());

            mayCommit.countDown();
            await().untilAsserted(() -> assertThat(effects("a")).containsExactly(1, 2));
        }
    }

    @Test
    void concurrent_writers_and_failures_lose_and_double_nothing() throws Exception {
        int writers = 4;
        int each = 60;
        failures.set(5);
        try (OutboxReader reader = reader(OFTEN, "a");
                ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            reader.start();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                pool.execute(() -> writeSlowly(number, each));
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(effects("a")).hasSize(writers * each));
        }
        int wrong = database.run(
                Lane.EDITS,
                handle -> handle.createQuery("""
                                select count(*) from (
                                    select writer, number, lag(number, 1, -1) over (partition by writer order by position) as before
                                    from kernel.effect
                                ) as effects
                                where number <> before + 1
                                """).mapTo(Integer.class).one());
        assertThat(wrong)
                .as("facts of one writer out of order, lost or doubled")
                .isZero();
        assertThat(meters.counter("ronda.outbox.failed", "consumer", "a").count())
                .isPositive();
    }

    private void writeSlowly(int writer, int count) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int number = 0; number < count; number++) {
            int fact = number;
            database.run(Lane.INGEST, handle -> {
                outbox.append(handle, new Noted(writer, fact, Instant.EPOCH));
                return handle.execute("select pg_sleep(" + random.nextInt(5) / 1000.0 + ")");
            });
        }
    }

    @Test
    void reader_goes_on_where_the_last_one_stopped_and_finds_what_came_meanwhile() {
        try (OutboxReader first = reader(NEVER, "a")) {
            first.start();
            write(0, 1);
            await().untilAsserted(() -> assertThat(effects("a")).containsExactly(1));
        }
        write(0, 2);
        try (OutboxReader second = reader(NEVER, "a")) {
            second.start();
            await().untilAsserted(() -> assertThat(effects("a")).containsExactly(1, 2));
        }
    }

    @Test
    void unwanted_facts_pass_by_and_taken_ones_are_pruned() {
        try (OutboxReader reader = reader(OFTEN, "a", "b")) {
            database.run(Lane.EDITS, handle -> {
                outbox.append(handle, new Forgotten("nobody asks"));
                return 1;
            });
            write(0, 1);
            reader.start();
            await().untilAsserted(() -> assertThat(waiting()).isZero());
            assertThat(effects("a")).containsExactly(1);
            assertThat(effects("b")).containsExactly(1);
        }
    }

    private int prune(int most) {
        return database.run(Lane.EDITS, handle -> OutboxPruner.prune(handle, Duration.ofDays(30), most));
    }

    @Test
    void old_facts_are_pruned_unless_a_consumer_still_has_to_take_them() {
        write(0, 1);
        write(0, 2);
        write(0, 3);
        assertThat(prune(100)).isZero();
        database.run(Lane.EDITS, handle -> {
            OutboxPosition.register(handle, "slow");
            return handle.execute("update kernel.outbox set written_at = now() - interval '31 days'");
        });
        assertThat(prune(100)).isZero();

        database.run(Lane.EDITS, handle -> handle.execute("delete from kernel.outbox_consumer"));

        assertThat(prune(2)).isEqualTo(2);
        assertThat(waiting()).isEqualTo(1);
        long bytes = database.run(Lane.EDITS, OutboxPruner::bytes);
        assertThat(bytes).isPositive();
    }

    @Test
    void facts_are_named_without_what_all_share() {
        assertThat(FactNames.of(Noted.class)).isEqualTo("kernel.outbox.OutboxTest$Noted");
    }
}
