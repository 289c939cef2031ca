package id.ronda.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    private static OidcSettings settings(String issuer, String client, String redirect) {
        return new OidcSettings(
                URI.create(issuer),
                client,
                Optional.empty(),
                URI.create(redirect),
                "SSO",
                List.of(),
                Optional.empty(),
                "groups",
                ExternalPolicy.LINKED_ONLY);
    }

    @Test
    void httpsAnywhere_orHttpOnThisMachine_isTaken() {
        var there =
                settings("https://sso.example.test/realms/kab", "ronda", "https://r.example.test/masuk/oidc/kembali");
        var here = settings("http://[::1]:9000", "ronda", "http://localhost:8080/masuk/oidc/kembali");

        assertThat(there.issuer()).hasHost("sso.example.test");
        assertThat(here.issuer()).hasPort(9000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sso.example.test/",
                "http://127.0.0.1.example.test/",
                "ftp://127.0.0.1/",
                "https:///realms",
                "https://user@sso.example.test/",
                "https://sso.example.test/#x"
            })
    void issuerThatAnybodyOnTheLineCouldBe_isRefused(String issuer) {
        assertThatThrownBy(() -> settings(issuer, "ronda", "http://localhost/masuk/oidc/kembali"))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageStartingWith("ronda.oidc.issuer: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://r.example.test/masuk/oidc",
                "https://r.example.test/masuk/oidc/kembali?x=1",
                "http://r.example.test/masuk/oidc/kembali"
            })
    void returnToWhereNobodyWaits_isRefused(String redirect) {
        assertThatThrownBy(() -> settings("https://sso.example.test", "ronda", redirect))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageStartingWith("ronda.oidc.redirect-uri: ");
    }

    @Test
    void clientWithoutAName_isRefused() {
        assertThatThrownBy(() -> settings("https://sso.example.test", " ", "http://localhost/masuk/oidc/kembali"))
                .isInstanceOf(OidcSettingRefused.class)
                .hasMessageContaining("client-id");
    }
}
