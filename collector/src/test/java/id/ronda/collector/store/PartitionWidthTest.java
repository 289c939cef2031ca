package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.database.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionWidthTest {

    @RegisterExtension
    static final StoreDatabase DATABASE = new StoreDatabase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into collector.partition_width (name, days) values ('series', 1)",
                "update collector.partition_width set days = 3650",
                "delete from collector.partition_width"
            })
    void theWorkingRoleCannotSteerWhatRunsWithTheOwnersRights(String sql) {
        assertThatThrownBy(() -> DATABASE.app().run(Lane.EDITS, handle -> handle.execute(sql)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theWorkingRoleReadsIt() {
        long tables = DATABASE.app()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select count(*) from collector.partition_width")
                                .mapTo(Long.class)
                                .one());

        assertThat(tables).isEqualTo(4);
    }
}
