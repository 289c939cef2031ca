package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.OidcSettingRefused;
import id.ronda.identity.OidcSettings;
import id.ronda.kernel.Secret;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcConfigTest {

    private static final Map<String, String> LEAST = Map.of(
            "ronda.oidc.issuer", "https://sso.example.test/realms/kab",
            "ronda.oidc.client-id", "ronda",
            "ronda.oidc.redirect-uri", "https://ronda.example.test/masuk/oidc/kembali");

    @TempDir
    Path folder;

    private static ConfigResult<ServerConfig> read(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        return ConfigReader.read(ServerConfig.class, null, all, Map.of());
    }

    private static OidcSettings settings(Map<String, String> more) {
        return ((ConfigResult.Read<ServerConfig>) read(more))
                .config()
                .oidc()
                .orElseThrow()
                .settings();
    }

    @Test
    void withoutTheseKeys_thereIsNoProvider() {
        var none = (ConfigResult.Read<ServerConfig>) ConfigReader.read(ServerConfig.class, null, Map.of(), Map.of());

        assertThat(none.config().oidc()).isEmpty();
    }

    @Test
    void leastOfThem_linksNobody_makesNobody_andTrustsNoSecondStep() {
        var settings = settings(Map.of());

        assertThat(settings.policy()).isEqualTo(ExternalPolicy.LINKED_ONLY);
        assertThat(settings.name()).isEqualTo("SSO");
        assertThat(settings.scopes()).containsExactly("profile", "email");
        assertThat(settings.clientSecret()).isEmpty();
        assertThat(settings.maxAge()).isEmpty();
    }

    @Test
    void allOfThem_areRead() {
        var settings = settings(Map.of(
                "ronda.oidc.name", "SSO Kabupaten",
                "ronda.oidc.max-age", "8h",
                "ronda.oidc.link-by", "verified-email,preferred-username",
                "ronda.oidc.groups-claim", "roles",
                "ronda.oidc.new-accounts", "/noc=operator,cn=audit=auditor",
                "ronda.oidc.trusted-methods", "mfa,https://refeds.org/profile/mfa"));

        assertThat(settings.maxAge()).contains(Duration.ofHours(8));
        assertThat(settings.groupsClaim()).isEqualTo("roles");
        assertThat(settings.policy().linkBy()).containsExactlyInAnyOrder(ExternalPolicy.Match.values());
        assertThat(settings.policy().rolesOfGroups())
                .containsExactlyInAnyOrderEntriesOf(Map.of("/noc", "operator", "cn=audit", "auditor"));
        assertThat(settings.policy().trustedMethods())
                .containsExactlyInAnyOrder("mfa", "https://refeds.org/profile/mfa");
    }

    @Test
    void misspeltOrMissingKey_stopsTheStart() {
        assertThat(read(Map.of("ronda.oidc.client-secret", "geheim")))
                .isInstanceOfSatisfying(
                        ConfigResult.Refused.class,
                        refused -> assertThat(refused.problems().toString()).contains("ronda.oidc.client-secret-file"));
        assertThat(ConfigReader.read(ServerConfig.class, null, Map.of("ronda.oidc.client-id", "ronda"), Map.of()))
                .isInstanceOfSatisfying(
                        ConfigResult.Refused.class,
                        refused -> assertThat(refused.problems().toString()).contains("ronda.oidc.issuer"));
    }

    @Test
    void secret_comesFromAFileThatOthersCannotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "geheim\n");
        var given = Map.of("ronda.oidc.client-secret-file", file.toString());

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> settings(given))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(settings(given).clientSecret()).contains(new Secret("geheim"));
        assertThat(settings(given).toString()).doesNotContain("geheim");
        assertThatThrownBy(() -> settings(Map.of("ronda.oidc.client-secret-file", "none")))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageContaining("none");
    }

    @Test
    void settingThatCannotBe_isWrongUse_beforeAnythingIsMade() {
        Path data = folder.resolve("data");
        Path file = folder.resolve("ronda.properties");
        assertThatThrownBy(() -> settings(Map.of("ronda.oidc.new-accounts", "noc")))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageContaining("group=role");
        write(file, """
                ronda.oidc.issuer=http://sso.example.test
                ronda.oidc.client-id=ronda
                ronda.oidc.redirect-uri=https://ronda.example.test/masuk/oidc/kembali
                """);

        var run = CommandRun.of("serve", "--config", file.toString(), "--data", data.toString(), "--port", "0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("ronda.oidc.issuer", "https://");
        assertThat(data).doesNotExist();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
