package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.MutableClock;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Identity on a database of its own, with cheap passwords and a clock that stands still. */
public final class TestingIdentity implements AutoCloseable {

    /** A password that the rules accept. */
    public static final Secret PASSWORD = new Secret("gajah terbang di atas sawah");

    /** Whoever is at the server. */
    public static final Caller CONSOLE = Caller.Service.ofServer("console");

    /** One note of the trail. */
    public record Note(String name, String address, String outcome) {}

    public final TestDatabase postgres = TestDatabase.with(IdentityModule.MIGRATIONS);
    public final MutableClock clock;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final ConcurrentLinkedQueue<Note> trail = new ConcurrentLinkedQueue<>();
    public final IdentityModule module;
    private final DataFolder folder;
    private final List<UnitFollower> followers;

    /** Started, in this empty folder. */
    public TestingIdentity(Path folder) {
        this(folder, IdentitySettings.USUAL.withCost(new PasswordCost(8, 1)), List.of());
    }

    /** Started with these settings. */
    public TestingIdentity(Path folder, IdentitySettings settings, List<Belongings> belongings) {
        this(folder, settings, belongings, MutableClock.at("2026-11-21T04:00:00Z"), List.of());
    }

    /** The same with this clock. */
    public TestingIdentity(Path folder, IdentitySettings settings, List<Belongings> belongings, MutableClock clock) {
        this(folder, settings, belongings, clock, List.of());
    }

    /** The same with somebody who keeps units by their names. */
    public TestingIdentity(
            Path folder,
            IdentitySettings settings,
            List<Belongings> belongings,
            MutableClock clock,
            List<UnitFollower> followers) {
        this.clock = clock;
        this.followers = followers;
        this.folder = DataFolder.open(folder.resolve("data"), DataFolder.Use.SERVE);
        module = new IdentityModule(needs(belongings), settings);
        module.start();
    }

    /** What a second process over the same database and folder stands on. */
    public IdentityNeeds needs(List<Belongings> belongings) {
        SecureRandom random = new SecureRandom();
        return new IdentityNeeds(
                postgres.database(),
                SecretBox.open(folder.keys(), null, random),
                folder,
                clock,
                random,
                meters,
                (name, address, outcome) -> trail.add(new Note(name, address, outcome)),
                belongings,
                followers);
    }

    /** The data folder. */
    public Path dataFolder() {
        return folder.path();
    }

    /** Waits for a future. */
    public static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** The result of a change that must have been done. */
    public static <T> T done(Future<Change<T>> change) {
        Change<T> result = await(change);
        assertThat(result).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) result).result();
    }

    /** Why a change was refused. */
    public static <T> List<Reason> reasons(Future<Change<T>> change) {
        Change<T> result = await(change);
        assertThat(result).isInstanceOf(Change.Refused.class);
        return ((Change.Refused<T>) result)
                .reasons().stream().map(FieldReason::reason).toList();
    }

    /** A client at that address without a device cookie. */
    public static Client client(String address) {
        return client(address, null);
    }

    /** A client at that address with that device cookie. */
    public static Client client(String address, @Nullable Secret cookie) {
        return new Client(address, "test", cookie);
    }

    /** Signs in. */
    public SignIn signIn(String name, Secret password, Client client) {
        return await(module.signIns().signIn(name, password, client));
    }

    /** Signs in where nothing is against it. */
    public SignIn.SignedIn enter(String name) {
        SignIn result = signIn(name, PASSWORD, client("127.0.0.1"));
        assertThat(result).isInstanceOf(SignIn.SignedIn.class);
        return (SignIn.SignedIn) result;
    }

    /** The caller of a session, who must be a person. */
    public Caller.Person person(Secret session) {
        Caller caller = await(module.sessions().caller(session));
        assertThat(caller).isInstanceOf(Caller.Person.class);
        return (Caller.Person) caller;
    }

    /** Makes an account with {@link #PASSWORD} that needs not be changed. */
    public AccountId account(String name) {
        return account(name, null);
    }

    /** The same in that unit. */
    public AccountId account(String name, @Nullable UnitId unit) {
        var made = done(module.accounts()
                .create(CONSOLE, new AccountDraft(name, "Nama " + name, null, unit, Language.ID, null, null)));
        SignIn first = signIn(name, made.password(), client("127.0.0.1"));
        var self = person(((SignIn.SignedIn) first).session());
        done(module.accounts().changePassword(self, made.password(), PASSWORD));
        done(module.sessions().revokeAll(self, self.account()));
        return made.account().id();
    }

    /** The role of that preset. */
    public RoleId preset(String code) {
        return await(module.roles().list()).stream()
                .filter(role -> Objects.equals(role.preset(), code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Gives a preset. */
    public RoleGrant give(AccountId account, String preset, @Nullable UnitId unit) {
        return done(module.roles().give(CONSOLE, account, preset(preset), unit));
    }

    /** What the trail has, newest first. */
    public List<AuditEntry> entries(AuditFilter filter) {
        return postgres.database()
                .run(Lane.EDITS, handle -> module.trail().page(handle, filter, 1_000, null))
                .items();
    }

    /** How often a sign-in ended so. */
    public double count(String outcome) {
        return meters.counter("ronda.sign.in", "outcome", outcome).count();
    }

    /** What a query for one number answers. */
    public long number(String sql) {
        return postgres.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        module.close();
        folder.close();
        postgres.close();
    }
}
