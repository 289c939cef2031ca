package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked examples of RFC 3414 A.3: passphrase "maplesyrup", engine 00 … 00 02. */
class UsmKeysTest {
    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");
    private static final Secret MAPLE = Secret.of("maplesyrup");

    private final PassphraseHashes hashes = new PassphraseHashes();

    @Test
    void hashesAPassphraseAsTheRfcDoes() {
        assertThat(hashes.of(AuthProtocol.MD5, MAPLE)).isEqualTo(hex("9faf3283884e92834ebc9847d8edd963"));
        assertThat(hashes.of(AuthProtocol.SHA, MAPLE)).isEqualTo(hex("9fb5cc0381497b3793528939ff788d5d79145211"));
    }

    @Test
    void localisesAsTheRfcDoes() {
        assertThat(keys(AuthProtocol.MD5, PrivProtocol.DES).auth()).isEqualTo(hex("526f5eed9fcce26f8964c2930787d82b"));
        assertThat(keys(AuthProtocol.SHA, PrivProtocol.DES).auth())
                .isEqualTo(hex("6695febc9288e36282235fc7151f128497b38f3f"));
    }

    @Test
    void thePrivacyKeyFitsItsCipher() {
        assertThat(keys(AuthProtocol.MD5, PrivProtocol.AES_256).priv()).hasSize(32);
        assertThat(keys(AuthProtocol.SHA_512, PrivProtocol.AES_128).priv()).hasSize(16);
        assertThat(keys(AuthProtocol.SHA, PrivProtocol.AES_192_C).priv()).hasSize(24);
    }

    @Test
    void theTwoExtensionsDiffer() {
        assertThat(keys(AuthProtocol.SHA, PrivProtocol.AES_256_C).priv())
                .isNotEqualTo(keys(AuthProtocol.SHA, PrivProtocol.AES_256).priv());
    }

    @Test
    void aPassphraseIsHashedOnce() {
        assertThat(hashes.of(AuthProtocol.SHA, MAPLE)).isSameAs(hashes.of(AuthProtocol.SHA, Secret.of("maplesyrup")));
    }

    @Test
    void neverShowsItself() {
        assertThat(keys(AuthProtocol.MD5, PrivProtocol.DES).toString()).isEqualTo("UsmKeys[***]");
    }

    private UsmKeys keys(AuthProtocol auth, PrivProtocol priv) {
        return UsmKeys.of(new UsmUser("u", "", auth, MAPLE, priv, MAPLE), ENGINE, hashes);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
