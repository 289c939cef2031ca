package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceRegistryTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeviceRegistry registry = new DeviceRegistry(meters);

    private static KnownDevice device(long id, long revision) {
        return new KnownDevice(
                new DeviceId(id),
                revision,
                false,
                null,
                Forms.draft(
                        "{'address': '127.0.0.2', 'name': 'r%d', 'snmp': {'community': 'hush'}}".formatted(revision)));
    }

    @Test
    void all_isInTheOrderOfIds() {
        registry.put(List.of(device(3, 1), device(1, 1)));

        assertThat(registry.all()).extracting(target -> target.id().value()).containsExactly(1L, 3L);
    }

    @Test
    void put_keepsTheNewerOfTwoChangesThatComeInTheWrongOrder() {
        registry.put(List.of(device(1, 3)));
        registry.put(List.of(device(1, 2)));

        assertThat(registry.find(new DeviceId(1)))
                .hasValueSatisfying(target -> assertThat(target.name()).isEqualTo("r3"));
    }

    @Test
    void aListenerThatThrowsIsCounted_andTheOthersAreCalled() {
        List<DeviceId> told = new ArrayList<>();
        registry.onChange(id -> {
            throw new IllegalStateException("broken listener");
        });
        registry.onChange(told::add);

        registry.put(List.of(device(1, 1)));

        assertThat(told).containsExactly(new DeviceId(1));
        assertThat(meters.counter("ronda.device.listener.failures").count()).isEqualTo(1);
    }

    @Test
    void noTextOfATargetHoldsASecret() {
        registry.put(List.of(device(1, 1)));

        assertThat(registry.all().toString()).contains("127.0.0.2").doesNotContain("hush");
    }
}
