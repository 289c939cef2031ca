package id.ronda.app;

import id.ronda.identity.AccountRecovery;
import id.ronda.identity.Actor;
import id.ronda.identity.Recovery;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
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
            "switches it on and its second step off. The server may be running: it learns of it within seconds."
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
        if (!Files.isDirectory(config.data()) && config.databaseUrl().isEmpty()) {
            return new Outcome.Failed("there is no data folder " + config.data() + ": give the server's with --data");
        }
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            return switch (InstalledDatabase.open(config, shutdown)) {
                case InstalledDatabase.Unreachable unreachable -> new Outcome.Failed(unreachable.reason());
                case InstalledDatabase.Opened opened ->
                    AccountRecovery.of(
                                    opened.database(),
                                    Actor.console(System.getProperty("user.name", "unknown")),
                                    name,
                                    Clock.systemUTC(),
                                    new SecureRandom())
                            .map(this::told)
                            .orElseGet(() -> new Outcome.Failed(
                                    "this database has no accounts yet: no server of this version has used it"));
            };
        } catch (Exception e) {
            return StartFailure.of(e, config).orElseThrow(() -> e);
        }
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
