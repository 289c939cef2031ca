package id.ronda.simulator;

import org.jspecify.annotations.Nullable;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;

/** A user of the user-based security model (RFC 3414) whom the simulated devices know. */
public final class V3User {
    private final String name;
    private final @Nullable Authentication authentication;
    private final String authPassphrase;
    private final @Nullable Privacy privacy;
    private final String privPassphrase;

    private V3User(
            String name,
            @Nullable Authentication authentication,
            String authPassphrase,
            @Nullable Privacy privacy,
            String privPassphrase) {
        this.name = name;
        this.authentication = authentication;
        this.authPassphrase = authPassphrase;
        this.privacy = privacy;
        this.privPassphrase = privPassphrase;
    }

    /** Authentication protocols of RFC 3414 and RFC 7860. */
    public enum Authentication {
        MD5,
        SHA,
        SHA_224,
        SHA_256,
        SHA_384,
        SHA_512;

        /** A new instance of SNMP4J's implementation. */
        public AuthenticationProtocol protocol() {
            return switch (this) {
                case MD5 -> new AuthMD5();
                case SHA -> new AuthSHA();
                case SHA_224 -> new AuthHMAC128SHA224();
                case SHA_256 -> new AuthHMAC192SHA256();
                case SHA_384 -> new AuthHMAC256SHA384();
                case SHA_512 -> new AuthHMAC384SHA512();
            };
        }
    }

    /** Privacy protocols; those ending in C stretch short keys as Cisco does, the other long ones as the Blumenthal draft does. */
    public enum Privacy {
        DES,
        TRIPLE_DES,
        AES_128,
        AES_192,
        AES_256,
        AES_192_C,
        AES_256_C;

        /** A new instance of SNMP4J's implementation. */
        public PrivacyProtocol protocol() {
            return switch (this) {
                case DES -> new PrivDES();
                case TRIPLE_DES -> new Priv3DES();
                case AES_128 -> new PrivAES128();
                case AES_192 -> new PrivAES192();
                case AES_256 -> new PrivAES256();
                case AES_192_C -> new PrivAES192With3DESKeyExtension();
                case AES_256_C -> new PrivAES256With3DESKeyExtension();
            };
        }
    }

    /** A user who proves nothing and hides nothing. */
    public static V3User open(String name) {
        return new V3User(name, null, "", null, "");
    }

    /** A user who authenticates. */
    public static V3User authenticated(String name, Authentication protocol, String passphrase) {
        return new V3User(name, protocol, passphrase, null, "");
    }

    /** A user who authenticates and encrypts. */
    public static V3User encrypted(
            String name, Authentication protocol, String passphrase, Privacy privacy, String privacyPassphrase) {
        return new V3User(name, protocol, passphrase, privacy, privacyPassphrase);
    }

    /** The user's name. */
    public String name() {
        return name;
    }

    /** How the user authenticates, or null. */
    public @Nullable Authentication authentication() {
        return authentication;
    }

    /** The secret behind it. */
    public String authPassphrase() {
        return authPassphrase;
    }

    /** How the user encrypts, or null. */
    public @Nullable Privacy privacy() {
        return privacy;
    }

    /** The secret behind it. */
    public String privPassphrase() {
        return privPassphrase;
    }

    /** Names the user; the secrets stay out of logs. */
    @Override
    public String toString() {
        return name + " (" + authentication + ", " + privacy + ")";
    }
}
