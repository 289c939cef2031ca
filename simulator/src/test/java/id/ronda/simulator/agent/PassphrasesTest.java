package id.ronda.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.simulator.V3User;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.smi.OctetString;

class PassphrasesTest {
    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");

    private final Passphrases passphrases = new Passphrases();

    /** RFC 3414 appendix A.3.1. */
    @Test
    void theMd5KeyOfTheStandardIsMade() {
        assertThat(passphrases.authenticationKey(V3User.Authentication.MD5.protocol(), "maplesyrup", ENGINE))
                .isEqualTo(HexFormat.of().parseHex("526f5eed9fcce26f8964c2930787d82b"));
    }

    /** RFC 3414 appendix A.3.2. */
    @Test
    void theShaKeyOfTheStandardIsMade() {
        assertThat(passphrases.authenticationKey(V3User.Authentication.SHA.protocol(), "maplesyrup", ENGINE))
                .isEqualTo(HexFormat.of().parseHex("6695febc9288e36282235fc7151f128497b38f3f"));
    }

    @ParameterizedTest
    @EnumSource(V3User.Authentication.class)
    void authenticationKeysAreThoseOfSnmp4j(V3User.Authentication authentication) {
        AuthenticationProtocol protocol = authentication.protocol();
        assertThat(passphrases.authenticationKey(protocol, "a long secret", ENGINE))
                .isEqualTo(protocol.passwordToKey(new OctetString("a long secret"), ENGINE));
    }

    @ParameterizedTest
    @EnumSource(V3User.Privacy.class)
    void privacyKeysAreThoseOfSnmp4j(V3User.Privacy privacy) {
        for (V3User.Authentication authentication : V3User.Authentication.values()) {
            AuthenticationProtocol auth = authentication.protocol();
            PrivacyProtocol protocol = privacy.protocol();
            assertThat(passphrases.privacyKey(protocol, auth, "a long secret", ENGINE))
                    .as(authentication + " with " + privacy)
                    .isEqualTo(
                            SecurityProtocols.passwordToKey(protocol, auth, new OctetString("a long secret"), ENGINE));
        }
    }

    @Test
    void oneSecretGivesADifferentKeyAtEachEngine() {
        AuthenticationProtocol protocol = V3User.Authentication.SHA_256.protocol();
        byte[] other = HexFormat.of().parseHex("000000000000000000000003");
        assertThat(passphrases.authenticationKey(protocol, "a long secret", ENGINE))
                .isNotEqualTo(passphrases.authenticationKey(protocol, "a long secret", other))
                .isEqualTo(passphrases.authenticationKey(protocol, "a long secret", ENGINE));
    }

    @Test
    void secretsStayOutOfTexts() {
        V3User user = V3User.encrypted(
                "guard", V3User.Authentication.SHA, "first secret", V3User.Privacy.AES_128, "second secret");
        assertThat(user.toString()).contains("guard").doesNotContain("first").doesNotContain("second");
    }
}
