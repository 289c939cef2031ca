package id.ronda.collector.snmp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks the messages of one device (RFC 3414 6.3, RFC 7860 4.2). Keeps its key's state, so it is for one thread. */
final class MessageDigests {
    private final Mac mac;
    private final int length;

    MessageDigests(AuthProtocol protocol, byte[] key) {
        this.length = protocol.protocol().getAuthenticationCodeLength();
        try {
            mac = Mac.getInstance(protocol.hmac());
            mac.init(new SecretKeySpec(key, protocol.hmac()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java has no " + protocol.hmac() + "; run on an OpenJDK with java.base complete.", e);
        }
    }

    int length() {
        return length;
    }

    /** Puts the digest of the message, in which its place is zero, in its place. */
    void sign(byte[] message, int at) {
        mac.update(message);
        System.arraycopy(mac.doFinal(), 0, message, at, length);
    }

    /** Whether the digest in the message is right; leaves its place zero. */
    boolean matches(byte[] buffer, int from, int to, int at) {
        byte[] claimed = Arrays.copyOfRange(buffer, at, at + length);
        Arrays.fill(buffer, at, at + length, (byte) 0);
        mac.update(buffer, from, to - from);
        return MessageDigest.isEqual(claimed, Arrays.copyOf(mac.doFinal(), length));
    }
}
