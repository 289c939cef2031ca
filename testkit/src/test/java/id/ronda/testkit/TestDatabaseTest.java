package id.ronda.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.ModuleMigrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TestDatabaseTest {

    private static final ModuleMigrations SAMPLE = new ModuleMigrations("sample", "classpath:id/ronda/testkit/sample");

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(SAMPLE);

    @Test
    void it_is_migrated_and_works_as_the_app() {
        assertThat(user(POSTGRES.database())).isEqualTo("ronda_app");
        assertThat(items(POSTGRES.database())).isZero();
        assertThatThrownBy(
                        () -> POSTGRES.database().run(Lane.EDITS, h -> h.execute("create table sample.mine (id int)")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void each_is_fresh_and_apart_from_the_others() {
        try (TestDatabase first = TestDatabase.with(SAMPLE);
                TestDatabase second = TestDatabase.with(SAMPLE)) {
            first.database().run(Lane.EDITS, h -> h.execute("insert into sample.item values ('x')"));

            assertThat(items(first.database())).isOne();
            assertThat(items(second.database())).isZero();
        }
    }

    @Test
    void all_three_roles_may_sign_in() {
        assertThat(Jdbi.create(POSTGRES.owner().dataSource())
                        .<String, RuntimeException>withHandle(h -> h.createQuery("select current_user")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("ronda_owner");
        assertThat(Jdbi.create(POSTGRES.read().dataSource())
                        .<String, RuntimeException>withHandle(h -> h.createQuery("select current_user")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("ronda_read");
    }

    private static String user(Database database) {
        return database.run(
                Lane.EDITS,
                h -> h.createQuery("select current_user").mapTo(String.class).one());
    }

    private static int items(Database database) {
        return database.run(
                Lane.INGEST,
                h -> h.createQuery("select count(*) from sample.item")
                        .mapTo(Integer.class)
                        .one());
    }
}
