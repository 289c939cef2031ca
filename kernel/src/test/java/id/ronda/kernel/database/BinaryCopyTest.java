package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class BinaryCopyTest {

    private static final String SAMPLES = "copy pg_temp.sample (series_id, time, value) from stdin (format binary)";
    private static Database database;

    private final BinaryCopy copy = new BinaryCopy();

    @BeforeAll
    static void open() {
        database = PostgresForTests.open(LaneBounds.of(1, 1), LaneBounds.of(1, 1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_type_comes_back_as_it_went() {
        Instant time = Instant.parse("2026-11-21T04:00:00.123456Z");
        String row = database.run(Lane.INGEST, handle -> {
            handle.execute("create temp table kinds (a int4, b int8, c text, d float8, e timestamptz, f bool, g bytea,"
                    + " h text) on commit drop");
            copy.into(
                    handle,
                    "copy kinds from stdin (format binary)",
                    rows -> rows.row(8)
                            .int4(-1)
                            .int8(Long.MIN_VALUE)
                            .text("Kominfo – é")
                            .float8(-0.5)
                            .timestamptz(time)
                            .bool(true)
                            .bytes(new byte[] {0, -1})
                            .nul());
            return handle.createQuery(
                            "select concat_ws('|', a, b, c, d, e at time zone 'UTC', f, g, h is null) from kinds")
                    .mapTo(String.class)
                    .one();
        });

        assertThat(row).isEqualTo("-1|-9223372036854775808|Kominfo – é|-0.5|2026-11-21 04:00:00.123456|t|\\x00ff|t");
    }

    @Test
    void a_million_samples_through_one_small_buffer_arrive() {
        int count = 1_000_000;
        long started = System.nanoTime();
        double sum = database.run(Lane.INGEST, handle -> {
            createSamples(handle);
            long stored = copy.into(handle, SAMPLES, rows -> {
                for (int i = 1; i <= count; i++) {
                    rows.sample(i, i * 1_000L, i);
                }
            });
            assertThat(stored).isEqualTo(count);
            return handle.createQuery("select sum(value) from sample")
                    .mapTo(Double.class)
                    .one();
        });

        assertThat(sum).isEqualTo(count / 2.0 * (count + 1));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void the_same_buffer_serves_the_next_copy() {
        long stored = database.run(Lane.INGEST, handle -> {
            createSamples(handle);
            return copy.into(handle, SAMPLES, rows -> rows.sample(1, 2, 3))
                    + copy.into(handle, SAMPLES, rows -> rows.sample(2, 2, 3));
        });

        assertThat(stored).isEqualTo(2);
    }

    @Test
    void a_writer_that_throws_stores_nothing_and_leaves_the_connection_usable() {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.run(Lane.INGEST, handle -> {
                    createSamples(handle);
                    return copy.into(handle, SAMPLES, rows -> {
                        throw new IllegalStateException("torn segment");
                    });
                }))
                .withMessage("torn segment");

        assertThat(answers()).isOne();
    }

    @Test
    void a_refused_copy_is_an_sql_exception() {
        assertThatThrownBy(() -> database.run(
                        Lane.INGEST,
                        handle -> copy.into(handle, "copy absent from stdin (format binary)", rows -> rows.row(0))))
                .isInstanceOf(WorkFailed.class)
                .hasCauseInstanceOf(SQLException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> database.run(Lane.INGEST, handle -> {
                    createSamples(handle);
                    return copy.into(handle, SAMPLES, rows -> rows.row(1).int4(1));
                }))
                .isInstanceOf(WorkFailed.class);

        assertThat(answers()).isOne();
    }

    private static void createSamples(Handle handle) {
        handle.execute("create temp table sample (series_id int4, time timestamptz, value float8) on commit drop");
    }

    private static int answers() {
        return database.run(
                Lane.INGEST, h -> h.createQuery("select 1").mapTo(Integer.class).one());
    }
}
