package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.ronda.identity.IdentityModule;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.DatabaseConfig;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.DatabaseServer;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's database in which one role both migrates and works, through the module as the product builds it. */
final class OneRoleTest {

    @Test
    void trailIsWrittenSealedAndGuarded_whereTheWorkingRoleOwnsIt(@TempDir Path temp) throws Exception {
        try (TestDatabase empty = TestDatabase.with();
                DataFolder folder = DataFolder.open(temp.resolve("data"), DataFolder.Use.SERVE);
                DatabaseServer server = DatabaseServer.open(folder, config(empty.owner()), new SimpleMeterRegistry())) {
            server.migrate(List.of(
                    IdentityModule.MIGRATIONS, new ModuleMigrations("stock", "classpath:id/ronda/identity/stock")));
            SecureRandom random = new SecureRandom();
            IdentityNeeds needs = new IdentityNeeds(
                    server.database(),
                    SecretBox.open(folder.keys(), null, random),
                    folder,
                    Clock.systemUTC(),
                    random,
                    new SimpleMeterRegistry(),
                    (name, address, outcome) -> {},
                    List.of(),
                    List.of());
            try (IdentityModule identity = new IdentityModule(needs, IdentitySettings.USUAL)) {
                identity.start();
                server.database().run(Lane.EDITS, handle -> {
                    identity.trail().begin(handle, TestingTrail.DEWI);
                    return handle.execute("insert into stock.item (room, number) values ('A', 1)");
                });
                SealStore store = new SealStore(server.database());
                await().atMost(Duration.ofSeconds(10)).until(() -> store.last().position() > 0);
            }

            Verification verification = new Verification(server.database(), folder.audit(), folder.keys());
            assertThat(verification.hasTrail()).isTrue();
            assertThat(verification.run().fault()).isNull();
            assertThat(verification.run().checkpoints()).isPositive();
            assertThatThrownBy(() ->
                            server.database().run(Lane.EDITS, handle -> handle.execute("delete from identity.audit")))
                    .hasMessageContaining("append-only");
        }
    }

    private static DatabaseConfig config(DatabaseLogin owner) {
        String url = owner.url() + "?user=" + owner.user() + "&password="
                + Objects.requireNonNull(owner.password()).reveal();
        return new DatabaseConfig(Optional.of(url), Optional.empty(), 1, 2, 8, 8);
    }
}
