package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.Secret;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationsTest {

    private static final ModuleMigrations GOOD =
            new ModuleMigrations("good", "classpath:id/ronda/kernel/database/good");
    private static final ModuleMigrations BROKEN =
            new ModuleMigrations("broken", "classpath:id/ronda/kernel/database/broken");

    private static DatabaseLogins logins;

    @BeforeAll
    static void migrate() throws SQLException {
        logins = PostgresForTests.migratedDatabase();
        Migrations.run(logins.owner().dataSource(), List.of(GOOD));
    }

    private static void as(DatabaseLogin login, String sql) {
        Jdbi.create(login.dataSource()).useHandle(handle -> handle.execute(sql));
    }

    private static String ask(DatabaseLogin login, String sql) {
        return Jdbi.create(login.dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void app_works_in_every_schema() {
        as(logins.app(), "insert into good.thing (name) values ('x')");
        as(logins.app(), "update good.thing set name = 'y'");
        as(logins.app(), "delete from good.thing");
        as(logins.app(), "insert into kernel.outbox (type, fact) values ('t', '{}')");
        as(logins.app(), "delete from kernel.outbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table good.mine (id int)",
                "create table public.mine (id int)",
                "create temp table mine (id int)",
                "create schema mine",
                "create role mine",
                "alter table good.thing add column mine int",
                "drop table good.thing",
                "truncate good.thing",
                "drop view good.v_thing",
                "update good.ledger set entry = 'forged'",
                "delete from good.ledger",
                "delete from good.schema_history",
                "select * from good.schema_history",
                "set role ronda_owner",
                "copy good.thing to program 'true'"
            })
    void app_changes_no_structure_and_rewrites_no_ledger(String sql) {
        assertThatThrownBy(() -> as(logins.app(), sql)).hasMessageMatching("(?s).*(permission denied|must be).*");
    }

    @Test
    void app_owns_nothing() {
        assertThat(ask(logins.app(), "select count(*) from pg_class where relowner = 'ronda_app'::regrole"))
                .isEqualTo("0");
        assertThat(ask(
                        logins.app(),
                        "select concat(rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls) from pg_roles"
                                + " where rolname = current_user"))
                .isEqualTo("fffff");
    }

    @Test
    void reader_sees_what_was_granted_and_nothing_else() {
        DatabaseLogin read = read();

        assertThat(ask(read, "select count(*) from good.v_thing")).isEqualTo("0");
        for (String sql : List.of(
                "select * from good.thing",
                "select * from kernel.outbox",
                "set transaction_read_only = off; insert into good.thing (name) values ('x')",
                "create temp table mine (id int)")) {
            assertThatThrownBy(() -> as(read, sql)).as(sql).hasMessageMatching("(?s).*(permission denied|read-only).*");
        }
        assertThat(ask(read, "show default_transaction_read_only")).isEqualTo("on");
    }

    private static DatabaseLogin read() {
        DatabaseLogin read = logins.read();
        assertThat(read).isNotNull();
        return java.util.Objects.requireNonNull(read);
    }

    @Test
    void owner_is_no_superuser() {
        assertThatThrownBy(() -> as(logins.owner(), "create role mine")).hasMessageContaining("permission denied");
    }

    @Test
    void running_again_changes_nothing() {
        Migrations.run(logins.owner().dataSource(), List.of(GOOD));

        assertThat(ask(logins.owner(), "select count(*) from good.schema_history where success"))
                .isEqualTo("1");
    }

    @Test
    void broken_migration_fails_and_leaves_no_half() {
        assertThatThrownBy(() -> Migrations.run(logins.owner().dataSource(), List.of(BROKEN)))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("no_such_function");
        assertThat(ask(logins.owner(), "select to_regclass('broken.half') is null"))
                .isEqualTo("t");
    }

    @Test
    void absent_location_is_a_failure() {
        assertThatThrownBy(() -> Migrations.run(
                        logins.owner().dataSource(), List.of(new ModuleMigrations("absent", "classpath:absent"))))
                .isInstanceOf(FlywayException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new ModuleMigrations("Drop Table", "classpath:x"));
    }

    @Test
    void one_role_for_all_works_in_somebody_elses_database() throws SQLException {
        PlainSql.execute(PostgresForTests.superuser(), "create role alone login password 'alone'");
        PlainSql.execute(PostgresForTests.superuser(), "create database alone owner alone");
        DatabaseLogin login = PostgresForTests.server().login("alone", "alone", new Secret("alone"));
        String url = login.url() + "?user=alone&password=alone";

        DatabaseLogins external = DatabaseLogins.external(url, url);
        Migrations.run(external.owner().dataSource(), external.appName(), List.of(GOOD));

        as(external.app(), "insert into good.thing (name) values ('x')");
        assertThat(external.toString()).doesNotContain("password=alone");
    }

    @Test
    void working_role_of_an_external_url_is_made_by_an_owner_who_may() throws SQLException {
        PlainSql.execute(PostgresForTests.superuser(), "create role boss login createrole password 'boss'");
        PlainSql.execute(PostgresForTests.superuser(), "create database bossy owner boss");
        String base = PostgresForTests.server().superuser("bossy").url();

        DatabaseLogins external =
                DatabaseLogins.external(base + "?user=worker&password=w", base + "?user=boss&password=boss");
        Migrations.run(external.owner().dataSource(), external.appName(), List.of(GOOD));

        as(external.app(), "insert into good.thing (name) values ('x')");
        assertThatThrownBy(() -> as(external.app(), "create table good.mine (id int)"))
                .hasMessageContaining("permission denied");
    }
}
