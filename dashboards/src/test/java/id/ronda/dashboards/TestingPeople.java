package id.ronda.dashboards;

import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Client;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.PasswordCost;
import id.ronda.identity.SignIn;
import id.ronda.identity.UnitId;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The product's own identity on a database of its own, with cheap passwords. */
public final class TestingPeople implements AutoCloseable {

    /** Whoever is at the server. */
    public static final Caller CONSOLE = Caller.Service.ofServer("console");

    private static final Secret PASSWORD = new Secret("gajah terbang di atas sawah");

    private final TestDatabase postgres = TestDatabase.with(IdentityModule.MIGRATIONS);
    private final DataFolder folder;
    public final IdentityModule module;

    /** Started, in this empty folder. */
    public TestingPeople(Path folder) {
        this.folder = DataFolder.open(folder.resolve("data"), DataFolder.Use.SERVE);
        SecureRandom random = new SecureRandom();
        module = new IdentityModule(
                new IdentityNeeds(
                        postgres.database(),
                        SecretBox.open(this.folder.keys(), null, random),
                        this.folder,
                        Clock.systemUTC(),
                        random,
                        new SimpleMeterRegistry(),
                        (name, address, outcome) -> {},
                        List.of(),
                        List.of()),
                IdentitySettings.USUAL.withCost(new PasswordCost(8, 1)));
        module.start();
    }

    private static final class Holder {
        private static final TestingPeople INSTANCE = start();

        private static TestingPeople start() {
            try {
                Path folder = Files.createTempDirectory("ronda-people");
                TestingPeople started = new TestingPeople(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** For pages of which nobody looks at the people: one for the whole JVM. */
    static DashboardsPeople shared() {
        return DashboardsPeople.of(Holder.INSTANCE.module);
    }

    /** Waits for a future. */
    public static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** The result of a change that must have been done. */
    public static <T> T done(Future<Change<T>> change) {
        if (await(change) instanceof Change.Done<T>(T result)) {
            return result;
        }
        throw new AssertionError("refused: " + await(change));
    }

    /** Makes an account whose password is still the one-time one. */
    public Account account(String name, String displayName, @Nullable UnitId unit) {
        AccountDraft of = AccountDraft.of(name, displayName);
        return done(module.accounts()
                        .create(
                                CONSOLE,
                                new AccountDraft(of.name(), of.displayName(), null, unit, of.language(), null, null)))
                .account();
    }

    /** The session of a new person with that role. */
    public String session(String name, String role, @Nullable UnitId unit) {
        OneTimePassword made = done(module.accounts().create(CONSOLE, AccountDraft.of(name, "Nama " + name)));
        AccountId id = made.account().id();
        var first = (SignIn.SignedIn) await(module.signIns().signIn(name, made.password(), client()));
        var self = (Caller.Person) await(module.sessions().caller(first.session()));
        done(module.accounts().changePassword(self, made.password(), PASSWORD));
        var preset = await(module.roles().list()).stream()
                .filter(each -> Objects.equals(each.preset(), role))
                .findFirst()
                .orElseThrow();
        done(module.roles().give(CONSOLE, id, preset.id(), unit));
        return ((SignIn.SignedIn) await(module.signIns().signIn(name, PASSWORD, client())))
                .session()
                .reveal();
    }

    private static Client client() {
        return new Client("127.0.0.1", "test", null);
    }

    @Override
    public void close() {
        module.close();
        folder.close();
        postgres.close();
    }
}
