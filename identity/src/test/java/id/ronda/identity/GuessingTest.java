package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.PASSWORD;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.client;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand guesses: nobody gets in, the rightful user does, and all of it is on record. */
class GuessingTest {

    private static final int GUESSES = 10_000;
    private static final int AT_ONCE = 50;

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private static String stranger(int number) {
        return "127.9." + number / 250 % 250 + "." + number % 250;
    }

    /** Guesses in bunches, a second of the clock for each. */
    private Map<Class<?>, Long> guess(IntFunction<String> name, IntFunction<String> address) {
        List<SignIn> all = new ArrayList<>();
        for (int bunch = 0; bunch < GUESSES; bunch += AT_ONCE) {
            List<Future<SignIn>> running = new ArrayList<>();
            for (int i = bunch; i < bunch + AT_ONCE; i++) {
                var wrong = new Secret("tebakan nomor " + i + " salah");
                running.add(identity.module.signIns().signIn(name.apply(i), wrong, client(address.apply(i))));
            }
            running.forEach(each -> all.add(await(each)));
            identity.clock.advance(Duration.ofSeconds(1));
        }
        return all.stream().collect(Collectors.groupingBy(SignIn::getClass, Collectors.counting()));
    }

    @Test
    void againstOneAccountFromManyAddresses_noneGetsIn_andTheKnownDeviceDoes() {
        identity.account("budi");
        Secret cookie = identity.enter("budi").deviceCookie();
        identity.trail.clear();

        var results = guess(i -> "budi", GuessingTest::stranger);

        assertThat(results).doesNotContainKeys(SignIn.SignedIn.class, SignIn.SecondFactorNeeded.class);
        assertThat(results.getOrDefault(SignIn.Refused.class, 0L)).isLessThan(40);
        assertThat(identity.trail).hasSize(GUESSES).allMatch(note -> note.name().equals("budi"));
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1")))
                .as("an unknown device waits")
                .isInstanceOfSatisfying(
                        SignIn.Delayed.class,
                        delayed -> assertThat(delayed.retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(15)));
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1", cookie)))
                .as("a known one does not")
                .isInstanceOf(SignIn.SignedIn.class);
        identity.clock.advance(Duration.ofMinutes(15));
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1")))
                .as("and nobody is shut out for good")
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void againstManyAccountsFromOneAddress_noneGetsIn_andTheNeighbourWithAKnownDeviceDoes() {
        List<String> names = List.of("budi", "siti", "agus", "dewi");
        names.forEach(identity::account);
        Secret cookie = identity.enter("siti").deviceCookie();
        identity.trail.clear();

        var results = guess(i -> i % 2 == 0 ? names.get(i / 2 % 4) : "orang" + i, i -> "127.5.5.5");

        assertThat(results).doesNotContainKeys(SignIn.SignedIn.class, SignIn.SecondFactorNeeded.class);
        assertThat(results.getOrDefault(SignIn.Refused.class, 0L)).isLessThan(60);
        assertThat(identity.trail)
                .hasSize(GUESSES)
                .allMatch(note -> note.address().equals("127.5.5.5"));
        assertThat(identity.signIn("siti", PASSWORD, client("127.5.5.5", cookie)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void againstNamesThatNobodyHas_theTableStaysBounded() {
        for (int i = 0; i < 300; i++) {
            identity.signIn("orang" + i, PASSWORD, client(stranger(i)));
        }

        assertThat(identity.number("select count(*) from identity.guess where key not like 'name:%'"))
                .isZero();
        assertThat(identity.count("unknown-account")).isEqualTo(300);
    }

    @Test
    void countsOfAccounts_surviveARestart() {
        identity.account("budi");
        var wrong = new Secret("bukan kata sandi yang benar");
        for (int i = 0; i < 6; i++) {
            identity.signIn("budi", wrong, client(stranger(i)));
        }

        try (var restarted = new IdentityModule(identity.needs(List.of()), IdentitySettings.USUAL)) {
            assertThat(await(restarted.signIns().signIn("budi", PASSWORD, client("127.0.0.1"))))
                    .isEqualTo(new SignIn.Delayed(Duration.ofSeconds(1)));
        }
    }

    @Test
    void deviceCookie_ofAnotherAccountOrChanged_isNone() {
        identity.account("budi");
        identity.account("siti");
        Secret sitis = identity.enter("siti").deviceCookie();
        Secret budis = identity.enter("budi").deviceCookie();
        var wrong = new Secret("bukan kata sandi yang benar");
        for (int i = 0; i < 6; i++) {
            identity.signIn("budi", wrong, client(stranger(i)));
        }

        var changed = new Secret(budis.reveal().replaceFirst("^\\d", "3"));
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1", sitis)))
                .isInstanceOf(SignIn.Delayed.class);
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1", changed)))
                .isInstanceOf(SignIn.Delayed.class);
        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1", budis)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void knownDeviceThatGuesses_isSlowedDownToo() {
        identity.account("budi");
        Secret cookie = identity.enter("budi").deviceCookie();
        var wrong = new Secret("bukan kata sandi yang benar");
        for (int i = 0; i < 6; i++) {
            identity.signIn("budi", wrong, client("127.0.0.1", cookie));
        }

        assertThat(identity.signIn("budi", PASSWORD, client("127.0.0.1", cookie)))
                .isInstanceOf(SignIn.Delayed.class);
    }
}
