package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleSchemaTest {

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(IdentityModule.MIGRATIONS);

    @Test
    void grantsOf_anAccountWithoutRoles_areNone() {
        String grants = POSTGRES.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select identity.grants_of(7)::text")
                                .mapTo(String.class)
                                .one());

        assertThat(grants).isEqualTo("[]");
    }

    @Test
    void readingRole_seesUnitsAndNobodysAccount() {
        Jdbi reader = Jdbi.create(POSTGRES.read().dataSource());

        int units = reader.withHandle(handle -> handle.createQuery("select count(*) from identity.v_unit")
                .mapTo(Integer.class)
                .one());

        assertThat(units).isZero();
        assertThatThrownBy(() -> reader.useHandle(handle -> handle.execute("select * from identity.account")))
                .hasMessageContaining("permission denied");
    }
}
