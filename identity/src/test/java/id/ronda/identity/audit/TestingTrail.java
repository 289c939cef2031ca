package id.ronda.identity.audit;

import static org.awaitility.Awaitility.await;

import id.ronda.identity.Actor;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditTrail;
import id.ronda.identity.AuditVerdict;
import id.ronda.identity.IdentityModule;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.testkit.MutableClock;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A trail of its own with a table whose changes go into it. */
public final class TestingTrail implements AutoCloseable {

    /** Who acts unless a test says otherwise. */
    public static final Actor DEWI =
            Actor.person("7", "Dewi", new Actor.Origin("127.0.3.4", "session-1", "Mozilla/5.0"));

    static final SealerPace QUICK = new SealerPace(Duration.ofMillis(20), Duration.ofMillis(50), 500);

    private static final ModuleMigrations STOCK = new ModuleMigrations("stock", "classpath:id/ronda/identity/stock");
    private static final List<String> TABLES =
            List.of("identity.audit", "identity.audit_seal", "identity.audit_checkpoint");

    public final TestDatabase postgres = TestDatabase.with(IdentityModule.MIGRATIONS, STOCK);
    public final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    public final AuditTrail trail = new AuditTrail(clock);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Path data;
    private int items;

    /** @param data its data folder */
    public TestingTrail(Path data) throws IOException {
        this.data = data;
        Files.createDirectories(folder());
        Files.createDirectories(keys());
    }

    Path folder() {
        return data.resolve("audit");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path checkpoints() {
        return folder().resolve(CheckpointFile.NAME);
    }

    /** One transaction of the working role, begun by an actor. */
    public void act(Actor actor, Consumer<Handle> work) {
        database(handle -> {
            trail.begin(handle, actor);
            work.accept(handle);
        });
    }

    /** One transaction of the working role in which nobody tells who acts. */
    public void database(Consumer<Handle> work) {
        postgres.database().run(Lane.EDITS, handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Adds that many items, each in a transaction of its own. */
    void addItems(int count) {
        for (int n = 0; n < count; n++) {
            int number = ++items;
            act(DEWI, handle -> handle.execute("insert into stock.item (room, number) values ('A', ?)", number));
        }
    }

    /** The entries, the oldest first. */
    public List<AuditEntry> entries() {
        return postgres.database()
                .run(Lane.EDITS, handle -> trail.page(handle, AuditFilter.ALL, 1_000, null))
                .items()
                .reversed();
    }

    long count(String table) {
        return postgres.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one());
    }

    Sealer sealer(SealerPace pace) {
        return new Sealer(postgres.database(), folder(), keys(), pace, clock, new SecureRandom(), meters);
    }

    /** Lets a sealer seal all there is, and stop, which signs it. */
    void seal() {
        try (Sealer sealer = sealer(QUICK)) {
            sealer.start();
            awaitSealed();
        }
    }

    void awaitSealed() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count("identity.audit") == count("identity.audit_seal"));
    }

    /** Adds items, seals and signs, that often: a checkpoint after each. */
    void addSealed(int... counts) {
        for (int count : counts) {
            addItems(count);
            seal();
        }
    }

    AuditVerdict verify() throws IOException {
        return new Verification(postgres.database(), folder(), keys()).run();
    }

    /** What somebody with the owner's password can do: switch the guards off, change, switch them on again. */
    void tamper(String... statements) {
        owner(handle -> {
            TABLES.forEach(table -> handle.execute("alter table " + table + " disable trigger all"));
            List.of(statements).forEach(handle::execute);
            TABLES.forEach(table -> handle.execute("alter table " + table + " enable trigger all"));
        });
    }

    /** One transaction as the owner of the schemas. */
    void owner(Consumer<Handle> work) {
        Jdbi.create(postgres.owner().dataSource()).useTransaction(work::accept);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
