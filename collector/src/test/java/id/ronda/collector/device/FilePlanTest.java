package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.kernel.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePlanTest {

    private final Map<DeviceKey, KnownDevice> all = new LinkedHashMap<>();

    private static DeviceKey key(DeviceDraft draft) {
        return DeviceKey.of(draft, Secret::reveal);
    }

    private KnownDevice known(int id, String address, String community, boolean fromFile) {
        DeviceDraft draft = Forms.draft("{'address': '%s', 'snmp': {'community': '%s'}}".formatted(address, community));
        var device = new KnownDevice(new DeviceId(id), 1, fromFile, null, draft);
        all.put(key(draft), device);
        return device;
    }

    private FilePlan plan(boolean whole, String... rows) {
        List<String> lines = new ArrayList<>(List.of("address,community,interval"));
        lines.addAll(List.of(rows));
        var judged = JudgedRow.all(TestingDevices.rows(String.join("\n", lines)), FilePlanTest::key);
        return FilePlan.of(judged, all, whole);
    }

    @Test
    void aNewRowCreates_aKnownOneStays() {
        known(1, "127.0.0.1", "a", true);

        assertThat(plan(true, "127.0.0.1,a,", "127.0.0.2,a,").rows())
                .hasExactlyElementsOfTypes(RowPlan.Keep.class, RowPlan.Create.class);
    }

    @Test
    void aDeviceOfTheApiBecomesOneOfTheFile() {
        KnownDevice device = known(1, "127.0.0.1", "a", false);

        assertThat(plan(true, "127.0.0.1,a,").rows())
                .containsExactly(new RowPlan.Update(2, new KnownDevice(device.id(), 1, true, null, device.draft())));
    }

    @Test
    void onlyDevicesOfTheFileAreDisabled_andOnlyOnce() {
        known(1, "127.0.0.1", "a", true);
        known(2, "127.0.0.2", "a", false);
        KnownDevice off = known(3, "127.0.0.3", "a", true);
        all.replace(
                key(off.draft()),
                new KnownDevice(off.id(), 2, true, null, off.draft().withEnabled(false)));

        FilePlan plan = plan(true, "127.0.0.9,a,");

        assertThat(plan.disabled()).extracting(device -> device.id().value()).containsExactly(1L);
        assertThat(plan.disabled())
                .allSatisfy(device -> assertThat(device.draft().enabled()).isFalse());
    }

    @Test
    void oneNewCredentialAtAPlaceIsTheSameDevice_twoAreNot() {
        known(1, "127.0.0.1", "a", true);

        assertThat(plan(true, "127.0.0.1,b,").rows()).hasExactlyElementsOfTypes(RowPlan.Update.class);
        assertThat(plan(true, "127.0.0.1,b,").disabled()).isEmpty();
        assertThat(plan(true, "127.0.0.1,b,", "127.0.0.1,c,").rows())
                .hasExactlyElementsOfTypes(RowPlan.Create.class, RowPlan.Create.class);
        assertThat(plan(true, "127.0.0.1,b,", "127.0.0.1,c,").disabled()).hasSize(1);
    }

    @Test
    void aWrongRowProtectsTheDeviceAtItsPlaceOnly() {
        known(1, "127.0.0.1", "a", true);
        known(2, "127.0.0.2", "a", true);

        FilePlan plan = plan(true, "127.0.0.1,a,often");

        assertThat(plan.held()).isFalse();
        assertThat(plan.disabled()).extracting(device -> device.id().value()).containsExactly(2L);
    }

    @Test
    void aRowThatMayBeAnybodyAndAFileWithoutItsEndDisableNothing() {
        known(1, "127.0.0.1", "a", true);

        assertThat(plan(true, "not an address,a,").held()).isTrue();
        assertThat(plan(true, "not an address,a,").disabled()).isEmpty();
        assertThat(plan(false, "127.0.0.9,a,").disabled()).isEmpty();
    }
}
