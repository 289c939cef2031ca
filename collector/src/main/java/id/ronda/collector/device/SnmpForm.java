package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.snmp.AuthProtocol;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.CredentialCheck;
import id.ronda.collector.snmp.PrivProtocol;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.collector.snmp.TextAccess;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.kernel.Secret;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code snmp} object of a device: a community for versions 1 and 2c, a user for version 3; nothing of the other kind. */
final class SnmpForm {

    private static final String VERSION = "version";
    private static final String COMMUNITY = "community";
    private static final String USER = "user";
    private static final String CONTEXT = "context";
    private static final String AUTH = "authProtocol";
    private static final String AUTH_PASSPHRASE = "authPassphrase";
    private static final String PRIV = "privProtocol";
    private static final String PRIV_PASSPHRASE = "privPassphrase";

    /** What belongs to version 3 only. */
    private static final List<String> OF_USERS = List.of(USER, CONTEXT, AUTH, AUTH_PASSPHRASE, PRIV, PRIV_PASSPHRASE);

    // No RFC bounds it; an OCTET STRING of more would not leave room for a question in a small datagram.
    private static final int LONGEST_COMMUNITY = 255;

    private SnmpForm() {}

    /** The credential of that object, or null when something was refused. */
    static @Nullable SnmpCredential parse(JsonFields snmp) {
        String version = snmp.textOr(VERSION, "2c");
        return switch (version) {
            case "1" -> community(snmp, SnmpVersion.V1);
            case "2c" -> community(snmp, SnmpVersion.V2C);
            case "3" -> user(snmp);
            default -> unknown(snmp);
        };
    }

    private static @Nullable SnmpCredential unknown(JsonFields snmp) {
        snmp.refuse(VERSION, "must be \"1\", \"2c\" or \"3\"", "harus \"1\", \"2c\", atau \"3\"");
        // Asked for, so that they are not called unknown fields as well.
        OF_USERS.forEach(snmp::has);
        snmp.has(COMMUNITY);
        return null;
    }

    private static @Nullable SnmpCredential community(JsonFields snmp, SnmpVersion version) {
        OF_USERS.stream()
                .filter(snmp::has)
                .forEach(field -> snmp.refuse(
                        field,
                        "belongs to version 3; this is version " + code(version),
                        "milik versi 3; ini versi " + code(version)));
        if (!snmp.has(COMMUNITY)) {
            snmp.refuse(COMMUNITY, JsonFields.REQUIRED);
            return null;
        }
        String community = snmp.textOr(COMMUNITY, "");
        int octets = community.getBytes(StandardCharsets.UTF_8).length;
        if (octets < 1 || octets > LONGEST_COMMUNITY) {
            snmp.refuse(
                    COMMUNITY,
                    "must have 1 to " + LONGEST_COMMUNITY + " octets",
                    "harus 1 sampai " + LONGEST_COMMUNITY + " oktet");
            return null;
        }
        return new Community(version, new Secret(community));
    }

    private static @Nullable SnmpCredential user(JsonFields snmp) {
        if (snmp.has(COMMUNITY)) {
            snmp.refuse(
                    COMMUNITY,
                    "belongs to versions 1 and 2c; version 3 has a user",
                    "milik versi 1 dan 2c; versi 3 memakai user");
        }
        String user = snmp.textOr(USER, "");
        String context = snmp.textOr(CONTEXT, "");
        AuthProtocol auth =
                snmp.optionalParsed(AUTH, AuthProtocol::parse, oneOf("MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512"));
        PrivProtocol priv = snmp.optionalParsed(
                PRIV, PrivProtocol::parse, oneOf("DES, 3DES, AES-128, AES-192, AES-256, AES-192-C, AES-256-C"));
        Secret authPassphrase = secret(snmp, AUTH_PASSPHRASE);
        Secret privPassphrase = secret(snmp, PRIV_PASSPHRASE);
        boolean misspelt = (snmp.has(AUTH) && auth == null) || (snmp.has(PRIV) && priv == null);
        // Judged further, a misspelt protocol would make its passphrase look superfluous.
        return misspelt ? null : judged(snmp, UsmUser.check(user, context, auth, authPassphrase, priv, privPassphrase));
    }

    private static Wording oneOf(String choices) {
        return new Wording("must be one of " + choices, "harus salah satu dari " + choices);
    }

    private static @Nullable SnmpCredential judged(JsonFields snmp, CredentialCheck check) {
        return switch (check) {
            case CredentialCheck.Accepted accepted -> accepted.credential();
            case CredentialCheck.Refused refused -> {
                refused.errors().forEach(error -> snmp.refuse(error.field(), error.reasons()));
                yield null;
            }
        };
    }

    private static @Nullable Secret secret(JsonFields snmp, String field) {
        String word = snmp.optionalText(field);
        return word == null ? null : new Secret(word);
    }

    /** The version's name in the API and the database. */
    static String code(SnmpVersion version) {
        return switch (version) {
            case V1 -> "1";
            case V2C -> "2c";
            case V3 -> "3";
        };
    }

    /** The object that {@link #parse} would make the same credential of. It holds the secrets: for merging only. */
    static ObjectNode write(SnmpCredential credential) {
        ObjectNode snmp = JsonNodeFactory.instance.objectNode().put(VERSION, code(credential.version()));
        switch (credential) {
            case Community community ->
                snmp.put(COMMUNITY, community.community().reveal());
            case UsmUser user -> write(user, snmp);
            case TextAccess other -> throw new IllegalArgumentException(other + " is not asked by SNMP");
        }
        return snmp;
    }

    private static void write(UsmUser user, ObjectNode snmp) {
        snmp.put(USER, user.user()).put(CONTEXT, user.context());
        if (user.auth() != null && user.authPassphrase() != null) {
            snmp.put(AUTH, user.auth().text())
                    .put(AUTH_PASSPHRASE, user.authPassphrase().reveal());
        }
        if (user.priv() != null && user.privPassphrase() != null) {
            snmp.put(PRIV, user.priv().text())
                    .put(PRIV_PASSPHRASE, user.privPassphrase().reveal());
        }
    }
}
