package id.ronda.collector.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.Device;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.LatestValues.SeriesKey;
import id.ronda.identity.IdentityModule;
import id.ronda.kernel.Json;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.outbox.Fact;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** The package's parts over a database of their own, with what a test wants to see of it. */
public final class TestingDevices {

    /** The schema of this module, and the one to which its changes are told. */
    public static ModuleMigrations[] migrations() {
        return new ModuleMigrations[] {
            IdentityModule.MIGRATIONS, new ModuleMigrations("collector", "classpath:id/ronda/collector/migrations")
        };
    }

    static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    static final Editor EDITOR = Editor.system("system");

    final Database database;
    private static final SecretBox BOX = box();
    private static final List<String> TABLES = List.of(
            "collector.reading", "collector.interface", "collector.device_secret", "collector.device", "kernel.outbox");

    final PostgresDeviceStore store = new PostgresDeviceStore(new CredentialVault(BOX));
    final PostgresFindingStore findings = new PostgresFindingStore();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeviceRegistry registry = new DeviceRegistry(meters);
    final Map<SeriesKey, Latest> latest = new ConcurrentHashMap<>();
    final Map<Integer, NewestSamples.Newest> newest = new ConcurrentHashMap<>();
    final DeviceDesk desk;
    final DeviceView view;

    /** Begins with no device. */
    public TestingDevices(TestDatabase postgres) {
        database = postgres.database();
        desk = desk(registry);
        view = new DeviceView(
                database,
                store,
                findings,
                device -> Future.succeededFuture(latest),
                series -> Optional.ofNullable(newest.get(series)),
                () -> NOW);
        database.run(Lane.EDITS, handle -> {
            TABLES.forEach(table -> handle.execute("delete from " + table));
            return true;
        });
    }

    /** Another desk, as after a start. */
    DeviceDesk desk(DeviceRegistry itsRegistry) {
        return new DeviceDesk(database, store, findings, itsRegistry, new Outbox(), () -> NOW);
    }

    private static SecretBox box() {
        try {
            Path keys = Files.createDirectories(Path.of("target", "test-keys"));
            return SecretBox.open(keys, null, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds and edits. */
    public DeviceDesk desk() {
        return desk;
    }

    /** Reads. */
    public DeviceView view() {
        return view;
    }

    /** Lets a device's series have that newest sample. */
    public void measured(SeriesKey series, Latest value) {
        latest.put(series, value);
    }

    /** That many plain devices more. */
    void fill(int count) {
        database.run(Lane.EDITS, handle -> PlainSearch.fill(handle, count));
    }

    /** All there are, in the order of their ids. */
    List<Device> every() {
        return database.run(Lane.EDITS, handle -> store.list(handle, Reach.EVERYTHING, 0, 100_000)).stream()
                .map(StoredDevice::device)
                .toList();
    }

    /** What the outbox holds. */
    List<Fact> facts() {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select type, fact from kernel.outbox order by id")
                        .map((row, context) -> fact(row.getString("type"), row.getString("fact")))
                        .list());
    }

    private static Fact fact(String type, String json) {
        try {
            return (Fact) Json.mapper().readValue(json, Class.forName("id.ronda." + type));
        } catch (JsonProcessingException | ClassNotFoundException e) {
            throw new AssertionError("the outbox holds " + type + " " + json, e);
        }
    }

    DeviceId add(String json) {
        return switch (await(desk.add(EDITOR, Forms.draft(json)))) {
            case DeviceDesk.Added.New added -> added.id();
            case DeviceDesk.Added.Before before -> throw new AssertionError("known as " + before.id());
            case DeviceDesk.Added.Refused refused -> throw new AssertionError(refused.problem());
        };
    }

    DeviceDesk.Edited edit(DeviceId id, ObjectNode patch) {
        return await(desk.edit(EDITOR, id, patch, revision -> new Precondition.Met()));
    }

    StoredDevice find(DeviceId id) {
        return database.run(Lane.EDITS, handle -> store.find(handle, Reach.EVERYTHING, id))
                .orElseThrow();
    }

    List<RowResult> importCsv(String text) {
        return await(desk.importRows(EDITOR, rows(text), false)).rows();
    }

    static List<FormRow> rows(String text) {
        return switch (DeviceCsv.parse(text)) {
            case DeviceCsv.Judged.Accepted accepted -> accepted.rows();
            case DeviceCsv.Judged.Refused refused ->
                throw new AssertionError(refused.errors().toString());
        };
    }

    /** The statements that the work runs. */
    List<String> statements(Consumer<Handle> work) {
        List<String> statements = new ArrayList<>();
        database.run(Lane.EDITS, handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    statements.add(context.getRenderedSql());
                }
            });
            work.accept(handle);
            return true;
        });
        return statements;
    }

    /** The result of a future that succeeds within 10 s. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the future did not succeed", e);
        }
    }
}
