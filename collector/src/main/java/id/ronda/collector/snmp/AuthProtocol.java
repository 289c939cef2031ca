package id.ronda.collector.snmp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;

/** How v3 messages are signed: HMAC-MD5-96 and HMAC-SHA-96 (RFC 3414), the SHA-2 family (RFC 7860). */
public enum AuthProtocol {
    MD5("MD5", "MD5", new AuthMD5()),
    SHA("SHA", "SHA-1", new AuthSHA()),
    SHA_224("SHA-224", "SHA-224", new AuthHMAC128SHA224()),
    SHA_256("SHA-256", "SHA-256", new AuthHMAC192SHA256()),
    SHA_384("SHA-384", "SHA-384", new AuthHMAC256SHA384()),
    SHA_512("SHA-512", "SHA-512", new AuthHMAC384SHA512());

    private final String text;
    private final String digest;
    /** Holds nothing of a message; may be used by many threads. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final AuthenticationProtocol protocol;

    AuthProtocol(String text, String digest, AuthenticationProtocol protocol) {
        this.text = text;
        this.digest = digest;
        this.protocol = protocol;
    }

    /** The protocol of that name as the command line and the API write it, in any case; empty if there is none. */
    public static Optional<AuthProtocol> parse(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** The name as the command line and the API write it. */
    public String text() {
        return text;
    }

    AuthenticationProtocol protocol() {
        return protocol;
    }

    /** The name of its HMAC in Java. */
    String hmac() {
        return "Hmac" + digest.replace("-", "");
    }

    /** A fresh digest of the hash this protocol is made of. */
    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This Java has no " + digest + "; run on an OpenJDK with java.base complete.", e);
        }
    }
}
