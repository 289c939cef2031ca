package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.ronda.identity.AuditVerdict;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class SealerTest {

    private static final Logger LOG = LoggerFactory.getLogger(SealerTest.class);
    private static final SealerPace RARE = new SealerPace(Duration.ofMillis(20), Duration.ofHours(1), 500);

    @TempDir
    private Path data;

    private TestingTrail trail;

    @BeforeEach
    void open() throws IOException {
        trail = new TestingTrail(data);
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void transactionsThatCommitOutOfOrder_areSealedOnceEach() throws Exception {
        try (Sealer sealer = trail.sealer(TestingTrail.QUICK);
                Handle slow = Jdbi.create(trail.postgres.app().dataSource()).open()) {
            sealer.start();
            slow.begin();
            slow.execute("insert into stock.item (room, number) values ('slow', 1)");
            addConcurrently(4, 25);
            long hidden = trail.count("identity.audit_seal");
            slow.commit();
            trail.awaitSealed();
            assertThat(hidden)
                    .as("nothing is sealed behind a transaction that runs")
                    .isZero();
        }

        AuditVerdict verdict = trail.verify();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.seals()).isEqualTo(101);
        assertThat(trail.meters.counter("ronda.audit.sealed").count()).isEqualTo(101);
        assertThat(sealedIds()).doesNotHaveDuplicates().hasSize(101);
        assertThat(trail.entries())
                .allSatisfy(entry -> assertThat(entry.position()).isNotNull());
    }

    @Test
    void idsThatCommitInReverse_areSealedInTheOrderOfTransactions() throws IOException {
        Jdbi jdbi = Jdbi.create(trail.postgres.app().dataSource());
        try (Handle first = jdbi.open();
                Handle second = jdbi.open()) {
            first.begin();
            first.createQuery("select pg_current_xact_id()::text")
                    .mapTo(String.class)
                    .one();
            second.begin();
            second.execute("insert into stock.item (room, number) values ('second', 1)");
            first.execute("insert into stock.item (room, number) values ('first', 1)");
            second.commit();
            first.commit();
        }
        trail.seal();

        assertThat(sealedIds()).containsExactly(2L, 1L);
        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void rowsOfARolledBackTransaction_leaveNoHoleInTheChain() throws IOException {
        trail.addItems(1);
        try (Handle gone = Jdbi.create(trail.postgres.app().dataSource()).open()) {
            gone.begin();
            gone.execute("insert into stock.item (room, number) values ('gone', 1)");
            gone.rollback();
        }
        trail.addSealed(1);

        assertThat(sealedIds()).containsExactly(1L, 3L);
        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void crashBetweenSealAndCheckpoint_isMadeGoodAtTheStart() throws IOException {
        trail.addSealed(3);
        // As a killed process leaves it: sealed, and not yet signed.
        trail.addItems(2);
        sealOnly();
        AuditVerdict afterCrash = trail.verify();
        assertThat(afterCrash.fault()).isNull();
        assertThat(afterCrash.unsigned()).isEqualTo(2);

        trail.seal();

        AuditVerdict verdict = trail.verify();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.unsigned()).isZero();
        assertThat(verdict.checkpoints()).isEqualTo(2);
    }

    @Test
    void crashBetweenFileAndMark_isMadeGoodAtTheStart() throws IOException {
        trail.addSealed(3, 2);
        trail.tamper("delete from identity.audit_checkpoint where number = 2");
        assertThat(trail.verify().fault()).isNull();

        trail.addSealed(1);

        assertThat(trail.count("identity.audit_checkpoint")).isEqualTo(3);
        assertThat(trail.verify().checkpoints()).isEqualTo(3);
    }

    @Test
    void crashInTheMiddleOfALine_isMadeGoodAtTheStart() throws IOException {
        trail.addSealed(3);
        Files.writeString(trail.checkpoints(), Files.readString(trail.checkpoints()) + "{\"format\":");

        trail.addSealed(2);

        assertThat(Files.readAllLines(trail.checkpoints())).hasSize(2);
        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void checkpoints_areSignedAsOftenAsThePaceSays() throws IOException {
        try (Sealer often = trail.sealer(TestingTrail.QUICK)) {
            often.start();
            for (int n = 1; n <= 3; n++) {
                trail.addItems(1);
                int lines = n;
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(Files.readAllLines(trail.checkpoints()))
                                .hasSize(lines));
            }
        }
        assertThat(Files.readAllLines(trail.checkpoints()))
                .as("nothing new at the stop")
                .hasSize(3);

        try (Sealer rarely = trail.sealer(RARE)) {
            rarely.start();
            trail.addItems(1);
            trail.awaitSealed();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Files.readAllLines(trail.checkpoints()).size() == 4);
            trail.addItems(1);
            trail.awaitSealed();
            assertThat(Files.readAllLines(trail.checkpoints()))
                    .as("an hour has not passed")
                    .hasSize(4);
        }
        assertThat(Files.readAllLines(trail.checkpoints()))
                .as("signed at the stop")
                .hasSize(5);
    }

    @Test
    void keyAndCheckpoints_areForTheirOwnerOnly() throws IOException {
        trail.addSealed(1);

        for (Path file : List.of(trail.checkpoints(), trail.keys().resolve("audit-signing.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void secondSealer_doesNothingWhileTheFirstIsAtWork() throws IOException {
        trail.addItems(3);
        try (Handle first = Jdbi.create(trail.postgres.app().dataSource()).open();
                Sealer second = trail.sealer(TestingTrail.QUICK)) {
            first.begin();
            first.createQuery("select pg_advisory_xact_lock(hashtext('identity.audit_seal'))::text")
                    .mapToMap()
                    .one();
            second.start();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> trail.meters
                                    .counter("ronda.audit.failures", "step", "seal")
                                    .count()
                            > 1);
            assertThat(trail.count("identity.audit_seal")).isZero();

            first.rollback();

            trail.awaitSealed();
        }
        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void twoSealersSideBySide_sealEachRowOnce() throws Exception {
        SealStore one = new SealStore(trail.postgres.database());
        SealStore other = new SealStore(trail.postgres.database());
        trail.addItems(40);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (SealStore store : List.of(one, other)) {
                threads.execute(() -> LongStream.range(0, 30).forEach(n -> store.seal(3)));
            }
        }
        trail.seal();

        assertThat(sealedIds()).doesNotHaveDuplicates().hasSize(40);
        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void databaseThatCountsFromBefore_isToldAndNotSealed() {
        trail.addItems(2);
        trail.seal();
        trail.tamper("update identity.audit_seal set xid = '9000000000000' where position = 2");

        assertThat(new SealStore(trail.postgres.database()).seal(10)).isInstanceOf(SealStore.Round.CountedBack.class);
    }

    /** The house asks for 2,000 changes a second; here as fast as one sealer can, in one burst. */
    @Test
    void sealing_keepsUpWithTwoThousandChangesASecond() throws IOException {
        int rows = 10_000;
        long begun = System.nanoTime();
        trail.act(
                TestingTrail.DEWI,
                handle -> handle.execute(
                        "insert into stock.item (room, number, name) select 'B', n, 'item ' || n from generate_series(1, ?) n",
                        rows));
        LOG.info("wrote {} entries a second", Math.round(rows / ((System.nanoTime() - begun) / 1e9)));
        SealStore store = new SealStore(trail.postgres.database());
        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).until(() -> {
            store.seal(SealerPace.USUAL.batch());
            return store.last().position() == rows;
        });
        double seconds = (System.nanoTime() - start) / 1e9;

        LOG.info("sealed {} rows a second", Math.round(rows / seconds));
        assertThat(rows / seconds).isGreaterThan(2_000);
        trail.seal();
        long begin = System.nanoTime();
        assertThat(trail.verify().seals()).isEqualTo(rows);
        LOG.info("verified {} rows a second", Math.round(rows / ((System.nanoTime() - begin) / 1e9)));
    }

    private void addConcurrently(int threads, int each) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                pool.execute(() -> {
                    for (int n = 0; n < each; n++) {
                        int item = n;
                        trail.act(
                                TestingTrail.DEWI,
                                handle -> handle.execute(
                                        "insert into stock.item (room, number) values (?, ?)", "room " + number, item));
                    }
                    done.countDown();
                });
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void sealOnly() {
        SealStore store = new SealStore(trail.postgres.database());
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            store.seal(100);
            return trail.count("identity.audit") == store.last().position();
        });
    }

    private List<Long> sealedIds() {
        return new ArrayList<>(trail.postgres
                .database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select audit_id from identity.audit_seal order by position")
                                .mapTo(Long.class)
                                .list()));
    }

    @Test
    void brokenKeyFile_stopsTheStartWithASentence() throws IOException {
        SigningKey key = SigningKey.loadOrMake(trail.keys(), new SecureRandom());
        assertThat(SigningKey.load(trail.keys()))
                .hasValueSatisfying(same -> assertThat(same.id()).isEqualTo(key.id()));
        Files.writeString(trail.keys().resolve("audit-signing.key"), "AAAA\nBBBB\n");

        assertThatThrownBy(() -> trail.sealer(RARE).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit-signing.key")
                .hasMessageContaining("backup");
    }
}
