package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditSealing;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the chain is told by a cheap read, and the whole of it is walked now and then. */
class TrailDeskTest {

    private static final TrailWatch.Pace SOON = new TrailWatch.Pace(Duration.ofMillis(1), Duration.ofMillis(50));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TestingTrail trail;
    private TrailWatch watch;
    private TrailDesk desk;

    @BeforeEach
    void open() throws IOException {
        trail = new TestingTrail(folder);
        watch = new TrailWatch(
                new Verification(trail.postgres.database(), trail.folder(), trail.keys()),
                SOON,
                trail.clock,
                trail.meters);
        desk = new TrailDesk(trail.postgres.database(), trail.trail, trail.folder(), trail.keys(), watch);
    }

    @AfterEach
    void close() {
        watch.close();
        trail.close();
    }

    private AuditSealing sealing() {
        return desk.sealing().toCompletionStage().toCompletableFuture().join();
    }

    private void tell(int count) {
        for (int i = 0; i < count; i++) {
            String id = String.valueOf(i);
            trail.postgres.database().run(Lane.EDITS, handle -> {
                trail.trail.begin(handle, TestingTrail.DEWI);
                return trail.trail.event(handle, AuditEvent.of(AuditAction.EXPORTED, "list", id, null));
            });
        }
    }

    @Test
    void anEmptyTrail_isSealedToNothing() {
        AuditSealing empty = sealing();

        assertThat(empty.position()).isZero();
        assertThat(empty.sealedTo()).isNull();
        assertThat(empty.signed()).isNull();
        assertThat(empty.judged()).isNull();
        assertThat(empty.state()).isEqualTo(AuditSealing.State.SEALED);
    }

    @Test
    void entriesThatWait_areCounted_andSigned_onceTheSealerHasComeBy() {
        tell(3);
        assertThat(sealing().waiting()).isEqualTo(3);
        assertThat(sealing().late()).isFalse();

        trail.seal();

        AuditSealing sealed = sealing();
        assertThat(sealed.position()).isEqualTo(3);
        assertThat(sealed.waiting()).isZero();
        assertThat(sealed.sealedTo()).isNotNull();
        var signed = Objects.requireNonNull(sealed.signed());
        assertThat(signed.position()).isEqualTo(3);
        assertThat(signed.fits()).isTrue();
        assertThat(sealed.state()).isEqualTo(AuditSealing.State.SEALED);
    }

    @Test
    void theNewestCheckpoint_isFoundAtTheEndOfALongFile() throws IOException {
        tell(2);
        trail.seal();
        String line = Files.readString(trail.folder().resolve(CheckpointFile.NAME));
        String others = "x".repeat(300) + "\n";
        Files.writeString(trail.folder().resolve(CheckpointFile.NAME), others.repeat(100) + line);

        assertThat(Objects.requireNonNull(sealing().signed()).position()).isEqualTo(2);

        Files.writeString(trail.folder().resolve(CheckpointFile.NAME), "{\"cut", StandardOpenOption.APPEND);
        assertThat(Objects.requireNonNull(sealing().signed()).position()).isEqualTo(2);
    }

    @Test
    void aChainThatIsNotTheSignedOne_isBroken() {
        tell(2);
        trail.seal();

        trail.tamper("update identity.audit_seal set hash = sha256('other') where position = 2");

        assertThat(Objects.requireNonNull(sealing().signed()).fits()).isFalse();
        assertThat(sealing().state()).isEqualTo(AuditSealing.State.BROKEN);
    }

    @Test
    void theWatch_findsARowThatWasChanged_andKeepsWhatItSaw() {
        tell(3);
        trail.seal();
        watch.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> watch.last().isPresent());
        assertThat(sealing().state()).isEqualTo(AuditSealing.State.SEALED);
        assertThat(trail.meters.get("ronda.audit.intact").gauge().value()).isEqualTo(1.0);

        trail.tamper("update identity.audit set note = 'other' where object_id = '1'");

        await().atMost(Duration.ofSeconds(5)).until(() -> sealing().state() == AuditSealing.State.BROKEN);
        var verdict = Objects.requireNonNull(sealing().judged()).verdict();
        assertThat(Objects.requireNonNull(verdict.fault()).place()).isEqualTo(2);
        assertThat(trail.meters.get("ronda.audit.intact").gauge().value()).isZero();
    }

    @Test
    void theList_goesBackFromTheNewest_alsoByTheActorsName() {
        tell(3);

        var page = desk.list(AuditFilter.ofActor("DEWI"), 2, null)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertThat(page.items()).extracting(entry -> entry.objectId()).containsExactly("2", "1");
        var rest = desk.list(AuditFilter.ofActor("7"), 2, page.next())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertThat(rest.items()).extracting(entry -> entry.objectId()).containsExactly("0");
        assertThat(rest.next()).isNull();
        assertThat(desk.list(AuditFilter.ofActor("Budi"), 2, null)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .items())
                .isEmpty();
    }
}
