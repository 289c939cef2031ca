package id.ronda.kernel.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/** Whether a private and a public key are one pair: what the one signs, the other verifies. */
final class KeyPairCheck {

    private static final byte[] WORDS = {'r', 'o', 'n', 'd', 'a'};
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "EdDSA");

    private KeyPairCheck() {}

    static boolean fits(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(secret.getAlgorithm());
        if (algorithm == null || !algorithm.equals(SIGNATURES.get(open.getAlgorithm()))) {
            return false;
        }
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(secret);
        signing.update(WORDS);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(open);
        verifying.update(WORDS);
        return verifying.verify(signature);
    }
}
