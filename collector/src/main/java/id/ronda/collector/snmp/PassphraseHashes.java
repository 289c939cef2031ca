package id.ronda.collector.snmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.Secret;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns passphrases into user keys (RFC 3414 A.2): the digest of 1 MiB of the repeated passphrase, some milliseconds. Computed once for
 * each protocol and passphrase, since an office uses few of them for many devices.
 */
final class PassphraseHashes {
    private static final int STRETCHED = 1 << 20;
    /** Beyond it all are forgotten: passphrases that nobody uses any more shall not stay for ever. */
    private static final int MAX = 4096;

    private final ConcurrentHashMap<Key, byte[]> hashes = new ConcurrentHashMap<>();

    private record Key(AuthProtocol protocol, Secret passphrase) {}

    /** The user key; not to be changed. */
    byte[] of(AuthProtocol protocol, Secret passphrase) {
        if (hashes.size() >= MAX) {
            hashes.clear();
        }
        return hashes.computeIfAbsent(new Key(protocol, passphrase), PassphraseHashes::hash);
    }

    private static byte[] hash(Key key) {
        byte[] passphrase = key.passphrase().reveal().getBytes(UTF_8);
        var digest = key.protocol().digest();
        var block = new byte[passphrase.length * 64];
        for (int i = 0; i < block.length; i++) {
            block[i] = passphrase[i % passphrase.length];
        }
        for (int left = STRETCHED; left > 0; left -= block.length) {
            digest.update(block, 0, Math.min(left, block.length));
        }
        return digest.digest();
    }
}
