package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what to the trail's tables. */
final class AppendOnlyTest {

    @TempDir
    private static Path data;

    private static TestingTrail trail;

    @BeforeAll
    static void open() throws IOException {
        trail = new TestingTrail(data);
        trail.addSealed(3);
    }

    @AfterAll
    static void close() {
        trail.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update identity.audit set note = 'x'",
                "delete from identity.audit",
                "truncate identity.audit",
                "insert into identity.audit overriding system value select * from identity.audit",
                "update identity.audit_seal set hash = hash",
                "delete from identity.audit_seal",
                "truncate identity.audit_seal",
                "insert into identity.audit_seal select * from identity.audit_seal",
                "update identity.audit_checkpoint set number = 9",
                "delete from identity.audit_checkpoint",
                "insert into identity.audit_checkpoint select * from identity.audit_checkpoint",
                "alter table identity.audit disable trigger all",
                "drop table identity.audit",
                "drop trigger audit on stock.item",
                "select identity.audit_write('created', 'x', null, null, null, null, null)",
                "create or replace function identity.audit_event(text, text, text, text, jsonb, text) returns bigint"
                        + " language sql as 'select 1'",
                "set session_replication_role = replica"
            })
    void workingRole_isRefused(String statement) {
        assertThatThrownBy(() -> Jdbi.create(trail.postgres.app().dataSource()).useHandle(h -> h.execute(statement)))
                .satisfiesAnyOf(
                        refused -> assertThat(refused).hasMessageContaining("permission denied"),
                        refused -> assertThat(refused).hasMessageContaining("must be owner"));
    }

    @Test
    void readingRole_seesNothing() {
        assertThatThrownBy(() -> Jdbi.create(trail.postgres.read().dataSource())
                        .useHandle(h -> h.execute("select * from identity.audit")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void owner_isRefusedWhileTheGuardsAreOn() {
        for (String table : List.of("audit", "audit_seal", "audit_checkpoint")) {
            String name = "identity." + table;
            for (String statement : List.of(
                    "delete from " + name,
                    "truncate " + name,
                    "update " + name + " set " + (table.equals("audit") ? "note = 'x'" : "position = 1"))) {
                assertThatThrownBy(() -> trail.owner(handle -> handle.execute(statement)))
                        .as(statement)
                        .hasMessageContaining("append-only")
                        .hasMessageContaining(name);
            }
        }
    }

    @Test
    void sealThatIsNotTheNextOne_isRefused() {
        for (int position : List.of(1, 3, 5)) {
            assertThatThrownBy(() -> trail.database(handle -> handle.createQuery(
                                    "select identity.audit_append_seals(?, 1, '{1}', array[repeat('00', 32)])")
                            .bind(0, (long) position)
                            .mapTo(Integer.class)
                            .one()))
                    .hasMessageContaining("position " + position + " is not the next one");
        }
    }

    @Test
    void sealOfARowThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> trail.database(handle -> handle.createQuery(
                                "select identity.audit_append_seals(4, 1, '{999}', array[repeat('00', 32)])")
                        .mapTo(Integer.class)
                        .one()))
                .hasMessageContaining("0 of 1 rows");
    }
}
