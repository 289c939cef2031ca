package id.ronda.kernel.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.PostgresForTests;
import id.ronda.kernel.secret.SecretBox;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepeatedPostsTest {

    private static final Secret CONTENT = new Secret("POST /api/v1/users\n{\"name\":\"budi\"}");
    private static final KeptAnswer ANSWER =
            new KeptAnswer(201, Map.of("Location", "/api/v1/users/7"), "{\"password\":\"perahu bambu hijau\"}");

    @TempDir
    static Path keys;

    private static Database database;
    private static SecretBox box;

    private Instant now = Instant.parse("2026-11-21T04:00:00Z");
    private RepeatedPosts posts;

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    @BeforeAll
    static void open() throws SQLException {
        DatabaseLogins logins = PostgresForTests.migratedDatabase();
        database = PostgresForTests.open(logins.app(), LaneBounds.of(1, 8), LaneBounds.of(4, 256));
        box = SecretBox.open(keys, null, new SecureRandom());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void forgetAll() {
        posts = new RepeatedPosts(database, box, clock(() -> now));
        database.run(Lane.EDITS, handle -> handle.execute("delete from kernel.repeated_post"));
    }

    private static <T> T done(Future<T> future) throws TimeoutException {
        return future.await(5, TimeUnit.SECONDS);
    }

    private Begun begin(String caller, String key) throws TimeoutException {
        return done(posts.begin(caller, key, CONTENT));
    }

    @Test
    void secondTimeIsUnderWayUntilTheAnswerIsThere() throws Exception {
        assertThat(begin("token 1", "a")).isInstanceOf(Begun.First.class);
        assertThat(begin("token 1", "a")).isInstanceOf(Begun.UnderWay.class);

        done(posts.keep("token 1", "a", ANSWER));
        assertThat(begin("token 1", "a")).isEqualTo(new Begun.Done(ANSWER));
    }

    @Test
    void keysOfOthersAreOthers() throws Exception {
        begin("token 1", "a");

        assertThat(begin("token 2", "a")).isInstanceOf(Begun.First.class);
        assertThat(begin("token 1", "b")).isInstanceOf(Begun.First.class);
    }

    @Test
    void anotherRequestUnderTheKeyIsNoRepetition() throws Exception {
        begin("token 1", "a");
        done(posts.keep("token 1", "a", ANSWER));

        assertThat(done(posts.begin("token 1", "a", new Secret("other")))).isInstanceOf(Begun.Different.class);
    }

    @Test
    void refusedRequestFreesItsKey() throws Exception {
        begin("token 1", "a");
        done(posts.release("token 1", "a"));

        assertThat(begin("token 1", "a")).isInstanceOf(Begun.First.class);
    }

    @Test
    void longAnswerIsNotKeptButThatItWasDoneIs() throws Exception {
        begin("token 1", "a");
        done(posts.keep("token 1", "a", new KeptAnswer(200, Map.of(), "x".repeat(RepeatedPosts.LONGEST_ANSWER + 1))));

        assertThat(begin("token 1", "a")).isInstanceOf(Begun.DoneUnkept.class);
    }

    @Test
    void whatWasBrokenOffIsUnknownAndNeverFirstAgainThatDay() throws Exception {
        begin("token 1", "a");
        now = now.plus(RepeatedPosts.LONGEST_REQUEST).plusSeconds(1);

        assertThat(begin("token 1", "a")).isInstanceOf(Begun.Unknown.class);
    }

    @Test
    void dayLaterTheKeyIsNew() throws Exception {
        begin("token 1", "a");
        begin("token 1", "b");
        done(posts.keep("token 1", "a", ANSWER));
        now = now.plus(RepeatedPosts.KEPT).plusSeconds(1);

        assertThat(begin("token 1", "a")).isInstanceOf(Begun.First.class);
        assertThat(done(posts.prune())).as("the other one").isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void neitherAnswerNorRequestIsReadableInTheDatabase() throws Exception {
        begin("token 1", "a");
        done(posts.keep("token 1", "a", ANSWER));

        String row = database.run(
                Lane.EDITS,
                handle -> handle.createQuery(
                                "select encode(answer, 'escape') || fingerprint || key from kernel.repeated_post")
                        .mapTo(String.class)
                        .one());
        assertThat(row).doesNotContain("perahu", "password", "budi", "users/7");
    }

    @Test
    void oneCallersKeysAreBounded() throws Exception {
        database.run(Lane.EDITS, handle -> handle.execute("""
                        insert into kernel.repeated_post (caller, key, fingerprint, begun_at, state)
                        select 'token 1', 'k' || i, 'f', ?, 'not-kept' from generate_series(1, ?) i
                        """, now.atOffset(ZoneOffset.UTC), RepeatedPosts.MOST_KEYS));

        assertThat(begin("token 1", "one-more")).isInstanceOf(Begun.TooMany.class);
        assertThat(begin("token 2", "one-more")).isInstanceOf(Begun.First.class);
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() throws Exception {
        List<Future<Begun>> all = IntStream.range(0, 50)
                .mapToObj(i -> posts.begin("token 1", "a", CONTENT))
                .toList();
        done(Future.all(all));

        assertThat(all)
                .extracting(Future::result)
                .filteredOn(Begun.First.class::isInstance)
                .hasSize(1);
        assertThat(all)
                .extracting(Future::result)
                .filteredOn(Begun.UnderWay.class::isInstance)
                .hasSize(49);
    }

    private static int rows() {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select count(*) from kernel.repeated_post")
                        .mapTo(Integer.class)
                        .one());
    }
}
