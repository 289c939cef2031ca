package id.ronda.app;

import id.ronda.identity.AuditTrail;
import id.ronda.identity.AuditedSignIns;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.Recovery;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.database.DatabaseServer;
import id.ronda.kernel.metrics.Meters;
import id.ronda.kernel.secret.KeyCheck;
import id.ronda.kernel.secret.SecretBox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets somebody in again whom nobody else can help: the only administrator was transferred, or lost his telephone. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Gives the account a password that is valid for one hour and must be changed, ends its sessions,",
            "switches it on and its second step off. The server must be stopped."
        })
final class UserRecoverCommand implements Callable<Outcome> {

    @Parameters(paramLabel = "NAME", description = "the sign-in name")
    private String name;

    @Option(names = "--config", paramLabel = "FILE", description = "settings, as for serve")
    @Nullable
    Path config;

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec command;

    private final Map<String, String> environment;

    UserRecoverCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Outcome call() throws Exception {
        return switch (ConfigReader.read(
                ServerConfig.class, config, ServerRun.prefixed(server.settings()), environment)) {
            case ConfigResult.Refused<ServerConfig> refused ->
                new Outcome.WrongUse(String.join("; ", refused.problems()));
            case ConfigResult.Read<ServerConfig> read -> recover(read.config());
        };
    }

    private Outcome recover(ServerConfig config) throws Exception {
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            return told(recover(config, shutdown));
        } catch (Exception e) {
            return StartFailure.of(e, config).orElseThrow(() -> e);
        }
    }

    private Recovery recover(ServerConfig config, Shutdown shutdown) {
        var random = new SecureRandom();
        var meters = Meters.prometheus();
        var folder = DataFolder.open(config.data(), DataFolder.Use.SERVE);
        shutdown.add("data folder", folder);
        var secrets = SecretBox.open(folder.keys(), config.keyFile().orElse(null), random);
        var database = DatabaseServer.open(folder, Platform.databaseConfig(config), meters);
        shutdown.add("database", database);
        database.migrate(Platform.MIGRATIONS);
        KeyCheck.verify(database.database(), secrets);
        var clock = Clock.systemUTC();
        var needs = new IdentityNeeds(
                database.database(),
                secrets,
                folder,
                clock,
                random,
                meters,
                new AuditedSignIns(database.database(), new AuditTrail(clock)),
                List.of(),
                List.of());
        var identity = new IdentityModule(needs, IdentitySettings.USUAL);
        shutdown.add("identity", identity);
        return identity.recover(name);
    }

    private Outcome told(Recovery recovery) {
        return switch (recovery) {
            case Recovery.Recovered recovered -> {
                var out = command.commandLine().getOut();
                out.println("sign-in: " + recovered.name() + " "
                        + recovered.password().reveal());
                out.println("valid until: " + recovered.validUntil());
                if (recovered.secondFactorRemoved()) {
                    out.println("its second step was removed");
                }
                if (recovered.madeAdministrator()) {
                    out.println("it is an administrator now: no other was left");
                }
                out.flush();
                yield Outcome.DONE;
            }
            case Recovery.UnknownName unknown ->
                new Outcome.Failed("no account is called " + name + "; there are: "
                        + (unknown.known().isEmpty() ? "none yet" : String.join(", ", unknown.known())));
        };
    }
}
