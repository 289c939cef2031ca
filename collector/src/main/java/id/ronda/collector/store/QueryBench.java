package id.ronda.collector.store;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Devices;
import id.ronda.collector.QueryFigures;
import id.ronda.collector.Reach;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast pages of the list of devices come: every order, filters of each kind, first pages and deep ones by turns, and
 * after each the same rows by their ids. The devices are rows only: nobody asks them.
 */
public final class QueryBench {

    private static final int LIMIT = 100;
    private static final int WARM_UP = 60;
    private static final int OVERVIEWS = 40;
    private static final int LOOKUPS = 140;

    private static final String FILL = """
            insert into collector.device (
                address, port, name, interval_s, snmp_version, snmp_identity, unit, location, tags, status, profile, class, vendor
              , model, version, serial, sys_name, sys_descr, last_answer_at, created_at
            )
            select '127.' || n / 65536 || '.' || n / 256 % 256 || '.' || n % 256, 161, 'perangkat-' || md5(n::text), 60, '2c'
                 , 'bench-' || n, 'Dinas ' || n % 48, 'Kantor ' || n % 700
                 , array['kode:' || n % 5000, case when n % 20 = 0 then 'layanan:penghubung' else 'rak:' || n % 40 end]
                 , case when n % 50 = 0 then 'down' when n % 90 = 0 then 'unknown' else 'up' end, 'generic'
                 , (array['router', 'switch', 'ups', 'server', 'wireless', 'camera', 'printer', 'firewall'])[1 + n % 8]
                 , 'Vendor ' || n % 37, 'Model ' || n % 211, '7.' || n % 16, 'SN' || md5('s' || n), 'sys-' || n
                 , repeat('Description of the system ', 5), timestamptz '2026-11-21 04:00:00Z' - n % 3600 * interval '1 s', now()
              from generate_series(1, :count) n
            """;

    private static final String FILL_INTERFACES = """
            insert into collector.interface (device_id, if_index, name, instance, description, alias, admin_status, oper_status)
            select d.id, n, 'ether' || n, 'ether' || n, 'GigabitEthernet0/' || n
                 , 'uplink ' || (array['iconnet', 'telkom', 'camat', 'cctv'])[1 + n % 4] || ' sid ' || d.id * 10 + n, 'up', 'up'
              from collector.device d cross join generate_series(1, 10) n
            """;

    /** One of one device, one of many, a part in the middle of a word, one of an interface, one that is nowhere. */
    private static final List<String> WORDS =
            List.of("sys-777", "kantor 12", "a1b", "sid 1005", "uplink telkom", "ether7", "tidakada");

    private static final List<DeviceFilter> FILTERS = List.of(
            DeviceFilter.ALL,
            new DeviceFilter("kantor vendor", null, null, null, null, null),
            new DeviceFilter("a1b", null, null, null, null, null),
            new DeviceFilter("", null, DeviceClass.UPS, null, null, null),
            new DeviceFilter("", DeviceStatus.DOWN, null, null, null, null),
            new DeviceFilter("", null, null, "Dinas 7", null, null),
            new DeviceFilter("", null, null, null, "Kantor 12", null),
            new DeviceFilter("model", DeviceStatus.UP, DeviceClass.SERVER, null, null, "rak:3"));

    private final Database database;
    private final Devices devices;
    private final int count;
    private final int requests;

    /** Prepares a run on an empty register. */
    public QueryBench(Database database, Devices devices, int count, int requests) {
        this.database = database;
        this.devices = devices;
        this.count = count;
        this.requests = requests;
    }

    /** Fills the register and measures. */
    public QueryFigures run() {
        database.run(
                Lane.EDITS,
                handle -> handle.createUpdate(FILL).bind("count", count).execute() + handle.execute(FILL_INTERFACES));
        measure(WARM_UP, new ArrayList<>(), new ArrayList<>());
        List<Double> pages = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        measure(requests, pages, bare);
        List<Double> overviews = new ArrayList<>();
        for (int i = 0; i < OVERVIEWS; i++) {
            timed(overviews, () -> await(devices.overview(Reach.EVERYTHING, "layanan:", 200)));
        }
        List<Double> lookups = new ArrayList<>();
        for (int i = 0; i < LOOKUPS; i++) {
            String words = WORDS.get(i % WORDS.size());
            timed(lookups, () -> await(devices.lookup(Reach.EVERYTHING, words, 8)));
        }
        return new QueryFigures(
                count,
                pages.size(),
                percentile(pages, 50),
                percentile(pages, 95),
                percentile(pages, 99),
                percentile(bare, 50),
                percentile(bare, 95),
                percentile(overviews, 95),
                percentile(lookups, 95));
    }

    private void measure(int times, List<Double> pages, List<Double> bare) {
        @Nullable DevicePosition deeper = null;
        DeviceOrder[] orders = DeviceOrder.values();
        for (int i = 0; i < times; i++) {
            DeviceFilter filter = FILTERS.get(i / 2 / orders.length % FILTERS.size());
            DeviceOrder order = orders[i / 2 % orders.length];
            boolean descending = i / 2 % 4 == 3;
            @Nullable DevicePosition from = i % 2 == 0 ? null : deeper;
            DeviceHits hits = timed(
                    pages,
                    () -> await(devices.search(
                            Reach.EVERYTHING, new DeviceSearch(filter, order, descending, from, LIMIT))));
            deeper = hits.next();
            int rows = timed(bare, () -> byIds(hits.devices()));
            if (rows != hits.devices().size()) {
                throw new IllegalStateException("a page had " + hits.devices().size() + " devices, by id " + rows);
            }
        }
    }

    private int byIds(List<Device> page) {
        long[] ids = page.stream().mapToLong(device -> device.id().value()).toArray();
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select * from collector.device where id = any(:ids)")
                        .bind("ids", ids)
                        .mapToMap()
                        .list()
                        .size());
    }

    private static <T> T timed(List<Double> millis, Callable<T> work) {
        long begin = System.nanoTime();
        try {
            T result = work.call();
            millis.add((System.nanoTime() - begin) / 1e6);
            return result;
        } catch (Exception e) {
            throw new IllegalStateException("a request of the benchmark failed: " + e.getMessage(), e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** The value that so many percent do not exceed. */
    static double percentile(List<Double> values, int percent) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }
}
