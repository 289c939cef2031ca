package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.ronda.kernel.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs checkpoints: Ed25519 (RFC 8032). Its file has two lines in base64, the private key (PKCS #8) and the
 * public one (X.509), and is readable by its owner only.
 */
final class SigningKey {

    private static final String FILE = "audit-signing.key";
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;

    private final PrivateKey secret;
    private final PublicKey known;

    private SigningKey(PrivateKey secret, PublicKey known) {
        this.secret = secret;
        this.known = known;
    }

    /** Reads the key in the folder, or makes one there at the first start. */
    static SigningKey loadOrMake(Path keys, SecureRandom random) {
        return load(keys).orElseGet(() -> make(keys.resolve(FILE), random));
    }

    /** Reads the key in the folder; empty when there is none. */
    static Optional<SigningKey> load(Path keys) {
        Path file = keys.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readAllLines(file, US_ASCII))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the key file " + file + " holds no key of the audit trail; restore it from a backup", e);
        }
    }

    private static SigningKey parse(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("two lines are expected, not " + lines.size());
        }
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        SigningKey key = new SigningKey(
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()))),
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))));
        byte[] trial = FILE.getBytes(US_ASCII);
        if (!key.fits(trial, key.sign(trial))) {
            throw new IllegalArgumentException("its two lines belong to two keys");
        }
        return key;
    }

    private static SigningKey make(Path file, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
            PrivateFile.write(file, text.getBytes(US_ASCII));
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be written: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** A short name of the public key: the first 64 bits of its SHA-256. */
    String id() {
        return ChainHash.of(known.getEncoded()).substring(0, ID_DIGITS);
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the audit trail cannot sign", e);
        }
    }

    boolean fits(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(known);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            // A signature of a wrong length is one that does not fit.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the audit trail cannot verify", e);
        }
    }
}
