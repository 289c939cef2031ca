package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.audit.TestingTrail;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTrailTest {

    private static final Actor STRANGER = Actor.anonymous(new Actor.Origin("127.0.9.9", null, "curl/8"));

    @TempDir
    private Path data;

    private TestingTrail trail;

    @BeforeEach
    void open() throws IOException {
        trail = new TestingTrail(data);
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void event_isToldWithActorDetailsAndReason() {
        trail.act(
                TestingTrail.DEWI,
                handle -> trail.trail.event(
                        handle,
                        AuditEvent.of(AuditAction.EXPORTED, "device-list", null, "all devices")
                                .with("rows", 1200)
                                .with("format", "csv")
                                .because("asked for by the Inspektorat")));

        AuditEntry entry = trail.entries().getFirst();
        assertThat(entry.action()).isEqualTo(AuditAction.EXPORTED);
        assertThat(entry.actor()).isEqualTo(TestingTrail.DEWI);
        assertThat(String.valueOf(entry.after())).isEqualTo("{\"rows\":1200,\"format\":\"csv\"}");
        assertThat(entry.note()).isEqualTo("asked for by the Inspektorat");
        assertThat(entry.position()).isNull();
    }

    @Test
    void begin_givesTheChangeSetAndItsReason() {
        AtomicReference<UUID> changeSet = new AtomicReference<>();
        trail.database(handle -> {
            changeSet.set(trail.trail.begin(handle, TestingTrail.DEWI, "moved to the new building"));
            handle.execute("insert into stock.item (room, number) values ('A', 1)");
        });

        AuditEntry entry = trail.entries().getFirst();
        assertThat(entry.changeSet()).isEqualTo(changeSet.get());
        assertThat(entry.note()).isEqualTo("moved to the new building");
    }

    @Test
    void actor_endsWithTheTransaction() {
        for (int n = 0; n < 8; n++) {
            trail.act(TestingTrail.DEWI, handle -> handle.execute("select 1"));
        }
        trail.database(handle -> handle.execute("insert into stock.item (room, number) values ('A', 1)"));

        assertThat(trail.entries().getFirst().actor()).isEqualTo(Actor.system());
    }

    @Test
    void textFromOutside_cannotBreakTheTransaction() {
        Actor odd = Actor.person("9", "a\u0000b\uD800c", new Actor.Origin("127.0.0.1", null, "é".repeat(500)));
        trail.act(
                odd,
                handle -> trail.trail.event(
                        handle, AuditEvent.of(AuditAction.SIGN_IN_FAILED, "person", null, "\u0000' or 1=1 --\n")));

        AuditEntry entry = trail.entries().getFirst();
        assertThat(entry.actor().name()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(entry.actor().from().agent()).hasSize(120).endsWith("é…");
        assertThat(entry.objectLabel()).isEqualTo("\uFFFD' or 1=1 --\uFFFD");
    }

    @Test
    void details_thatAreNoJson_areRefused() {
        assertThatThrownBy(() -> trail.act(
                        TestingTrail.DEWI,
                        handle -> trail.trail.event(
                                handle,
                                AuditEvent.of(AuditAction.EXPORTED, "x", null, null)
                                        .with("it", new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it");
    }

    @Test
    void page_goesThroughAllFromTheNewest() {
        trail.act(TestingTrail.DEWI, handle -> {
            for (int n = 1; n <= 7; n++) {
                handle.execute("insert into stock.item (room, number) values ('A', ?)", n);
            }
        });
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<AuditEntry> page = page(AuditFilter.ALL, 3, after);
            page.items().forEach(entry -> seen.add(String.valueOf(entry.objectId())));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("A/7", "A/6", "A/5", "A/4", "A/3", "A/2", "A/1");
    }

    @Test
    void filters_narrowThePage() {
        trail.act(TestingTrail.DEWI, handle -> {
            handle.execute("insert into stock.item (room, number) values ('A', 1)");
            handle.execute("insert into stock.item (room, number) values ('A', 2)");
        });
        trail.act(
                STRANGER,
                handle -> trail.trail.event(handle, AuditEvent.of(AuditAction.SIGN_IN_FAILED, "person", "7", "Dewi")));
        UUID firstSet = trail.entries().getFirst().changeSet();
        Instant now = Instant.now();

        assertThat(found(AuditFilter.ALL)).isEqualTo(3);
        assertThat(found(AuditFilter.ofActor("7"))).isEqualTo(2);
        assertThat(found(AuditFilter.ofObject("item", "A/2"))).isEqualTo(1);
        assertThat(found(filter(AuditAction.SIGN_IN_FAILED, null, null, null))).isEqualTo(1);
        assertThat(found(filter(null, firstSet, null, null))).isEqualTo(2);
        assertThat(found(filter(null, null, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)))))
                .isEqualTo(3);
        assertThat(found(filter(null, null, now.plus(Duration.ofHours(1)), null)))
                .isZero();
        assertThat(found(filter(null, null, null, now.minus(Duration.ofHours(1)))))
                .isZero();
    }

    @Test
    void everyAction_isKnownToTheDatabaseAndHasTwoNames() {
        trail.database(handle -> {
            for (AuditAction action : AuditAction.values()) {
                trail.trail.event(handle, new AuditEvent(action, "test", null, null, Map.of(), null));
            }
        });

        assertThat(trail.entries()).extracting(AuditEntry::action).containsExactly(AuditAction.values());
        assertThat(AuditAction.values()).extracting(AuditAction::indonesian).doesNotHaveDuplicates();
        assertThat(AuditAction.values()).extracting(AuditAction::english).doesNotHaveDuplicates();
        assertThatThrownBy(() -> AuditAction.ofCode("eaten")).hasMessageContaining("eaten");
    }

    @Test
    void everyKindOfActor_isKnownToTheDatabase() {
        for (Actor.Kind kind : Actor.Kind.values()) {
            trail.act(
                    new Actor(kind, null, "somebody", Actor.Origin.NONE),
                    handle -> handle.execute("insert into stock.item (room, number) values (?, 1)", kind.code()));
        }

        assertThat(trail.entries()).extracting(entry -> entry.actor().kind()).containsExactly(Actor.Kind.values());
    }

    private static AuditFilter filter(
            @Nullable AuditAction action, @Nullable UUID set, @Nullable Instant from, @Nullable Instant to) {
        return new AuditFilter(null, null, null, action, set, from, to);
    }

    private int found(AuditFilter filter) {
        return page(filter, 100, null).items().size();
    }

    private Page<AuditEntry> page(AuditFilter filter, int limit, @Nullable String after) {
        return trail.postgres.database().run(Lane.EDITS, handle -> trail.trail.page(handle, filter, limit, after));
    }
}
