package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.Caller;
import id.ronda.identity.Client;
import id.ronda.identity.SignIn;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Secret;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRecoverCommandTest {

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    /** Starts the product once and stops it; what its first administrator signs in with. */
    private String firstPassword() throws Exception {
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            var platform = Platform.start(config(), DataFolder.Use.SERVE, shutdown);
            return platform.identity().firstSignIn().orElseThrow().password().reveal();
        }
    }

    private ServerConfig config() {
        var settings = Map.of("ronda.data", data().toString(), "ronda.port", "0");
        return switch (ConfigReader.read(ServerConfig.class, null, settings, Map.of())) {
            case ConfigResult.Read<ServerConfig> read -> read.config();
            case ConfigResult.Refused<ServerConfig> refused ->
                throw new IllegalArgumentException(refused.problems().toString());
        };
    }

    @Test
    void recovery_printsAnotherPassword_andUnknownNamesAreTold() throws Exception {
        String first = firstPassword();
        assertThat(Files.readAllLines(data().resolve("first-sign-in"))).containsExactly("admin", first);

        var run = CommandRun.of("user", "recover", "ADMIN", "--data", data().toString());

        assertThat(run.status()).isZero();
        assertThat(run.answer())
                .containsPattern("(?m)^sign-in: admin (\\w{4}-){3}\\w{4}$")
                .contains("valid until: ");
        assertThat(run.answer()).doesNotContain(first);

        var unknown = CommandRun.of("user", "recover", "budi", "--data", data().toString());

        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.lastLine()).contains("no account is called budi", "admin");
    }

    @Test
    void besideARunningServer_theOpenSessionEnds_andTheTrailTellsOfTheConsole() throws Exception {
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            var platform = Platform.start(config(), DataFolder.Use.SERVE, shutdown);
            var identity = platform.identity();
            var first = identity.firstSignIn().orElseThrow();
            var here = new Client("127.0.0.1", "test", null);
            var in = (SignIn.SignedIn) await(identity.signIns().signIn("admin", first.password(), here));
            assertThat(await(identity.sessions().caller(in.session()))).isInstanceOf(Caller.Person.class);

            var run = CommandRun.of("user", "recover", "admin", "--data", data().toString());

            assertThat(run.status()).as(run.lastLine()).isZero();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> await(identity.sessions().caller(in.session())) instanceof Caller.Anonymous);
            var entry = platform.database()
                    .run(
                            Lane.EDITS,
                            handle -> identity.trail()
                                    .page(
                                            handle,
                                            AuditFilter.ofObject(
                                                    "account", in.account().toString()),
                                            1,
                                            null))
                    .items()
                    .getFirst();
            assertThat(entry.action()).isEqualTo(AuditAction.RECOVERED);
            assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.CONSOLE);
            String line = run.answer().lines().findFirst().orElseThrow();
            String fresh = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(await(identity.signIns().signIn("admin", new Secret(fresh), here)))
                    .isInstanceOf(SignIn.SignedIn.class);
        }
    }

    @Test
    void aFolderThatIsNone_failsWithWhatToDo() {
        var run = CommandRun.of("user", "recover", "admin", "--data", data().toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("no data folder", "--data");
        assertThat(data()).doesNotExist();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
