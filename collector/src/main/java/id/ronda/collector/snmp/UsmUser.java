package id.ronda.collector.snmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.Secret;
import id.ronda.kernel.http.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the User-based Security Model (RFC 3414).
 *
 * @param user    securityName, 1 to 32 octets
 * @param context contextName, at most 32 octets, mostly empty
 * @param auth    null: messages are not signed; the passphrase is then null too
 * @param priv    null: messages are not encrypted; the passphrase is then null too
 */
public record UsmUser(
        String user,
        String context,
        @Nullable AuthProtocol auth,
        @Nullable Secret authPassphrase,
        @Nullable PrivProtocol priv,
        @Nullable Secret privPassphrase)
        implements SnmpCredential {
    private static final int MIN_PASSPHRASE = 8;
    private static final int MAX_NAME = 32;

    /** Refuses what {@link #check} would refuse. */
    public UsmUser {
        var errors = errors(user, context, auth, authPassphrase, priv, privPassphrase);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("Ask UsmUser.check first: " + errors);
        }
    }

    @Override
    public SnmpVersion version() {
        return SnmpVersion.V3;
    }

    /** Judges input from outside, naming the fields as the API does. */
    public static CredentialCheck check(
            String user,
            String context,
            @Nullable AuthProtocol auth,
            @Nullable Secret authPassphrase,
            @Nullable PrivProtocol priv,
            @Nullable Secret privPassphrase) {
        var errors = errors(user, context, auth, authPassphrase, priv, privPassphrase);
        return errors.isEmpty()
                ? new CredentialCheck.Accepted(new UsmUser(user, context, auth, authPassphrase, priv, privPassphrase))
                : new CredentialCheck.Refused(errors);
    }

    private static List<FieldError> errors(
            String user,
            String context,
            @Nullable AuthProtocol auth,
            @Nullable Secret authPassphrase,
            @Nullable PrivProtocol priv,
            @Nullable Secret privPassphrase) {
        var errors = new ArrayList<FieldError>();
        if (user.isEmpty() || octets(user) > MAX_NAME) {
            errors.add(new FieldError("user", "must have 1 to 32 octets", "harus 1 sampai 32 oktet"));
        }
        if (octets(context) > MAX_NAME) {
            errors.add(new FieldError("context", "must have at most 32 octets", "paling banyak 32 oktet"));
        }
        passphrase("authPassphrase", "authProtocol", auth, authPassphrase, errors);
        passphrase("privPassphrase", "privProtocol", priv, privPassphrase, errors);
        if (priv != null && auth == null) {
            errors.add(new FieldError("privProtocol", "needs an authProtocol", "memerlukan authProtocol"));
        }
        return List.copyOf(errors);
    }

    private static void passphrase(
            String field,
            String protocolField,
            @Nullable Object protocol,
            @Nullable Secret passphrase,
            List<FieldError> errors) {
        if (protocol == null && passphrase != null) {
            errors.add(new FieldError(
                    protocolField,
                    "is missing, but there is a passphrase for it",
                    "tidak ada, padahal ada frasa sandi untuknya"));
        } else if (protocol != null && (passphrase == null || octets(passphrase.reveal()) < MIN_PASSPHRASE)) {
            errors.add(new FieldError(
                    field, "must have at least 8 octets (RFC 3414)", "paling sedikit 8 oktet (RFC 3414)"));
        }
    }

    private static int octets(String text) {
        return text.getBytes(UTF_8).length;
    }
}
