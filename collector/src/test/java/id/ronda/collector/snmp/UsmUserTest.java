package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.Secret;
import id.ronda.kernel.http.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsmUserTest {
    private static final Secret GOOD = Secret.of("eight888");
    private static final Secret SHORT = Secret.of("seven77");

    @Test
    void acceptsTheThreeLevels() {
        assertThat(check("u", null, null, null, null)).isInstanceOf(CredentialCheck.Accepted.class);
        assertThat(check("u", AuthProtocol.SHA, GOOD, null, null)).isInstanceOf(CredentialCheck.Accepted.class);
        assertThat(check("u", AuthProtocol.SHA, GOOD, PrivProtocol.DES, GOOD))
                .isInstanceOf(CredentialCheck.Accepted.class);
    }

    @Test
    void namesEveryWrongField() {
        assertRefused(
                check("", AuthProtocol.MD5, SHORT, PrivProtocol.DES, null), "user", "authPassphrase", "privPassphrase");
        assertRefused(check("u", null, null, PrivProtocol.AES_128, GOOD), "privProtocol");
        assertRefused(check("u", null, GOOD, null, null), "authProtocol");
        assertRefused(check("u".repeat(33), null, null, null, null), "user");
        assertRefused(UsmUser.check("u", "c".repeat(33), null, null, null, null), "context");
    }

    @Test
    void countsOctetsAndNotCharacters() {
        assertThat(check("u", AuthProtocol.SHA, Secret.of("éééé"), null, null))
                .isInstanceOf(CredentialCheck.Accepted.class);
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> new UsmUser("u", "", AuthProtocol.SHA, SHORT, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authPassphrase");
    }

    @Test
    void neverShowsItsPassphrases() {
        var user = new UsmUser("u", "", AuthProtocol.SHA, GOOD, PrivProtocol.AES_128, GOOD);

        assertThat(user.toString()).doesNotContain("eight888").contains("***");
    }

    @Test
    void findsProtocolsByTheNamesOfTheCommandLine() {
        assertThat(AuthProtocol.parse("sha-256")).contains(AuthProtocol.SHA_256);
        assertThat(PrivProtocol.parse("AES-256-C")).contains(PrivProtocol.AES_256_C);
        assertThat(PrivProtocol.parse("3DES")).contains(PrivProtocol.TRIPLE_DES);
        assertThat(AuthProtocol.parse("SHA256")).isEmpty();
    }

    private static CredentialCheck check(
            String name,
            @Nullable AuthProtocol auth,
            @Nullable Secret authPassphrase,
            @Nullable PrivProtocol priv,
            @Nullable Secret privPassphrase) {
        return UsmUser.check(name, "", auth, authPassphrase, priv, privPassphrase);
    }

    private static void assertRefused(CredentialCheck check, String... fields) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        CredentialCheck.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly(fields));
    }
}
