package id.ronda.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.AccountId;
import id.ronda.identity.PasswordCost;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorPartsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final AccountId BUDI = new AccountId(7);

    @Test
    void deviceCookie_isReadByItsAccountOnly_untilItEnds(@TempDir Path keys) {
        var random = new SecureRandom();
        var cookies = new DeviceCookie(SecretBox.open(keys, null, random), random);
        Secret cookie = cookies.issue(BUDI, NOW);

        assertThat(cookies.read(cookie, BUDI, NOW)).isPresent();
        assertThat(cookies.read(cookie, new AccountId(8), NOW)).isEmpty();
        assertThat(cookies.read(cookie, BUDI, NOW.plus(DeviceCookie.LIFE))).isEmpty();
        assertThat(cookies.read(new Secret(cookie.reveal() + "x"), BUDI, NOW)).isEmpty();
        assertThat(cookies.read(new Secret("1.2.3"), BUDI, NOW)).isEmpty();
        assertThat(cookies.read(null, BUDI, NOW)).isEmpty();
    }

    @Test
    void waitingRoom_thatIsFull_answersAtOnce_andPassesFailuresOn() throws Exception {
        var room = new WaitingRoom(1);
        var open = new CountDownLatch(1);
        var first = room.enter("full", () -> {
            open.await();
            return "done";
        });

        assertThat(room.enter("full", () -> "done").result()).isEqualTo("full");
        open.countDown();
        assertThat(first.toCompletionStage().toCompletableFuture().get()).isEqualTo("done");
        var broken = room.enter("full", () -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(
                        () -> broken.toCompletionStage().toCompletableFuture().get())
                .hasRootCauseMessage("broken");
    }

    @Test
    void hashers_takeNoMoreThanTheirQueue_andCountIt() throws Exception {
        var meters = new SimpleMeterRegistry();
        var open = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var hashers = new PasswordHashers(1, 1, new PasswordCost(8, 1), new SecureRandom(), meters)) {
            Thread running = Thread.ofVirtual()
                    .start(() -> hashers.compute(() -> {
                        begun.countDown();
                        open.await();
                        return true;
                    }));
            begun.await();
            Thread waiting = Thread.ofVirtual().start(() -> hashers.compute(() -> true));
            Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

            assertThat(hashers.hash(new Secret("gajah terbang"))).isEmpty();
            assertThat(meters.counter("ronda.password.busy").count()).isEqualTo(1);
            open.countDown();
            running.join();
            waiting.join();
            assertThat(hashers.matches(new Secret("nobody has this one"), Optional.empty()))
                    .as("the one against which unknown names are tried opens nothing")
                    .contains(false);
        }
    }

    @Test
    void signInName_isOneWhateverItsForm() {
        assertThat(SignInName.key(" BuDi ")).isEqualTo("budi");
        assertThat(SignInName.key("ｂｕｄｉ")).isEqualTo("budi");
        assertThat(SignInName.isWellFormed("budi.santoso@dinkes")).isTrue();
        assertThat(SignInName.isWellFormed("b")).isFalse();
        assertThat(SignInName.isWellFormed("budi santoso")).isFalse();
        assertThat(SignInName.forTrail("x".repeat(500))).hasSize(100);
    }
}
