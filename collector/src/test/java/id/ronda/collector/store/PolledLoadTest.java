package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.spool.SpoolLoad;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.Lane;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PolledLoadTest {

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private static final long MEBI = 1L << 20;

    private static SpoolSettings spool(long mebi) {
        return SpoolSettings.of(Path.of("spool"), mebi * MEBI);
    }

    @Test
    void countsTheSeriesOfEnabledDevicesByTheirInterval() {
        long often = database.device("often", 10);
        long seldom = database.device("seldom", 60);
        long off = database.device("off", 1);
        database.execute("update collector.device set enabled = false where id = " + off);
        for (long device : new long[] {often, seldom, off}) {
            database.execute("insert into collector.series (device_id, metric, instance, unit, kind, since)"
                    + " select " + device + ", 'load', i::text, '%', 'gauge', now() from generate_series(1, 30) i");
        }

        SpoolLoad load = database.app().run(Lane.EDITS, PolledLoad::read);

        assertThat(load.samplesPerSecond()).isEqualTo(3.5);
        assertThat(load.groupsPerSecond()).isEqualTo(0.1 + 1 / 60.0);
    }

    @Test
    void withoutDevicesThereIsNoLoad() {
        assertThat(database.app().run(Lane.EDITS, PolledLoad::read)).isEqualTo(new SpoolLoad(0, 0));
    }

    @Test
    void namesTheBoundThatHoldsTenMinutes() {
        SpoolLoad heavy = new SpoolLoad(100_000, 1_000);
        long named = PolledLoad.tooSmall(spool(32), heavy).orElseThrow().neededMib();

        assertThat(PolledLoad.tooSmall(spool(named), heavy)).isEmpty();
        assertThat(PolledLoad.tooSmall(spool(named - 10), heavy)).isPresent();
        assertThat(PolledLoad.tooSmall(spool(32), new SpoolLoad(100, 1))).isEmpty();
    }
}
