package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEntry;
import id.ronda.kernel.Json;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the trigger makes of the changes of a table. */
final class AuditRowTest {

    private static final String INSERT =
            "insert into stock.item (room, number, name, price, pin, seen) values ('A', 1, 'drill', 12.50, 'pin-1234', 1)";

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
    void insert_tellsWhatIsThere() throws IOException {
        trail.act(TestingTrail.DEWI, handle -> handle.execute(INSERT));

        AuditEntry entry = only();
        assertThat(entry.action()).isEqualTo(AuditAction.CREATED);
        assertThat(entry.objectType()).isEqualTo("item");
        assertThat(entry.objectId()).isEqualTo("A/1");
        assertThat(entry.objectLabel()).isEqualTo("drill");
        assertThat(entry.actor()).isEqualTo(TestingTrail.DEWI);
        assertThat(entry.databaseRole()).isEqualTo("ronda_app");
        assertThat(entry.programAt()).isEqualTo(Instant.parse("2026-11-21T04:00:00Z"));
        assertThat(Duration.between(entry.at(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(entry.before()).isNull();
        assertJson(entry.after(), """
                {"room": "A", "number": 1, "name": "drill", "price": 12.50, "tags": [], "pin": "changed"}""");
    }

    @Test
    void update_tellsOnlyWhatDiffers() throws IOException {
        trail.database(handle -> handle.execute(INSERT));
        trail.act(
                TestingTrail.DEWI,
                handle -> handle.execute(
                        "update stock.item set price = 9, code = 'D-1', tags = '{old}', room = 'A', seen = 2"));

        AuditEntry entry = trail.entries().getLast();
        assertThat(entry.action()).isEqualTo(AuditAction.CHANGED);
        assertJson(entry.before(), "{\"price\": 12.50, \"code\": null, \"tags\": []}");
        assertJson(entry.after(), "{\"price\": 9.00, \"code\": \"D-1\", \"tags\": [\"old\"]}");
    }

    @Test
    void updateOfIgnoredColumns_orOfNothing_makesNoEntry() {
        trail.database(handle -> {
            handle.execute(INSERT);
            handle.execute("update stock.item set seen = seen + 1");
            handle.execute("update stock.item set name = name");
        });

        assertThat(trail.entries()).hasSize(1);
    }

    @Test
    void secret_isToldAsChangedAndStandsNowhere() throws IOException {
        trail.act(TestingTrail.DEWI, handle -> {
            handle.execute(INSERT);
            handle.execute("update stock.item set pin = 'pin-5678'");
            handle.execute("update stock.item set pin = null");
            handle.execute("update stock.item set pin = 'pin-9999'");
            handle.execute("delete from stock.item");
        });

        List<AuditEntry> entries = trail.entries();
        assertThat(entries).hasSize(5);
        assertJson(entries.get(1).before(), "{\"pin\": \"changed\"}");
        assertJson(entries.get(1).after(), "{\"pin\": \"changed\"}");
        String everything = trail.postgres
                .database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select string_agg(a::text, ' ') from identity.audit a")
                                .mapTo(String.class)
                                .one());
        assertThat(everything).contains("drill").doesNotContain("pin-").doesNotContain("5678");
    }

    @Test
    void delete_tellsWhatWasThere() throws IOException {
        trail.database(handle -> handle.execute("insert into stock.item (room, number, code) values ('B', 2, 'C-9')"));
        trail.act(TestingTrail.DEWI, handle -> handle.execute("delete from stock.item"));

        AuditEntry entry = trail.entries().getLast();
        assertThat(entry.action()).isEqualTo(AuditAction.DELETED);
        assertThat(entry.objectId()).isEqualTo("B/2");
        assertThat(entry.objectLabel())
                .as("the second label column where the first is null")
                .isEqualTo("C-9");
        assertJson(entry.before(), "{\"room\": \"B\", \"number\": 2, \"code\": \"C-9\", \"tags\": []}");
        assertThat(entry.after()).isNull();
    }

    @Test
    void changesOfOneTransaction_areOneSet_withOrWithoutAnActor() {
        trail.act(TestingTrail.DEWI, handle -> {
            handle.execute(INSERT);
            handle.execute("update stock.item set name = 'saw'");
        });
        trail.database(handle -> {
            handle.execute("update stock.item set name = 'axe'");
            handle.execute("delete from stock.item");
        });

        List<AuditEntry> entries = trail.entries();
        assertThat(entries.get(0).changeSet()).isEqualTo(entries.get(1).changeSet());
        assertThat(entries.get(2).changeSet()).isEqualTo(entries.get(3).changeSet());
        assertThat(entries.get(0).changeSet()).isNotEqualTo(entries.get(2).changeSet());
        assertThat(entries.get(2).actor()).isEqualTo(Actor.system());
        assertThat(entries.get(2).programAt()).isNull();
    }

    @Test
    void changeThatIsRolledBack_leavesNothing() {
        assertThatThrownBy(() -> trail.act(TestingTrail.DEWI, handle -> {
                    handle.execute(INSERT);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void changeByHand_showsWhoWasSignedInAtTheDatabase() {
        trail.owner(handle -> handle.execute(INSERT));

        assertThat(only().databaseRole()).isEqualTo("ronda_owner");
    }

    private AuditEntry only() {
        List<AuditEntry> entries = trail.entries();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static void assertJson(@Nullable Object told, String expected) throws IOException {
        assertThat(told).isNotNull();
        assertThat(Json.mapper().readTree(String.valueOf(told)))
                .isEqualTo(Json.mapper().readTree(expected));
    }
}
