package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.Secret;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleSetupTest {

    private static final Jdbi ADMIN = Jdbi.create(PostgresForTests.superuser().dataSource());

    @Test
    void password_stands_in_no_statement() {
        List<String> statements = new ArrayList<>();
        ADMIN.useHandle(handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(context.getRenderedSql());
                }
            });
            new RoleSetup(handle).create("unquoted", new Secret("kopi-tubruk"));
        });

        assertThat(statements)
                .anyMatch(sql -> sql.contains("SCRAM-SHA-256$4096:"))
                .noneMatch(sql -> sql.contains("kopi-tubruk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tubruk", "it's \\ \"quoted\"", "rahasia-é-☕"})
    void password_opens_the_door_and_no_other_does(String password) throws SQLException {
        ADMIN.useHandle(handle -> {
            RoleSetup setup = new RoleSetup(handle);
            setup.create("guest", new Secret("before"));
            setup.setPassword("guest", new Secret(password));
        });

        PlainSql.execute(guest(password), "select 1");
        assertThatThrownBy(() -> PlainSql.execute(guest("before"), "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void empty_password_is_none() {
        ADMIN.useHandle(handle -> {
            new RoleSetup(handle).create("nobody_in", new Secret(""));
            assertThat(stored(handle, "nobody_in")).isEqualTo("none");
        });
    }

    private static String stored(Handle handle, String role) {
        return handle.createQuery("select coalesce(rolpassword, 'none') from pg_authid where rolname = :role")
                .bind("role", role)
                .mapTo(String.class)
                .one();
    }

    private static DatabaseLogin guest(String password) {
        return PostgresForTests.server().login("postgres", "guest", new Secret(password));
    }
}
