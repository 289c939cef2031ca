package id.ronda.identity.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SealBroken;
import id.ronda.kernel.secret.SecretBox;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * An attempt as its browser keeps it: sealed, so that neither a person nor a script can read or make one. The server keeps nothing of
 * those that never come back, and so cannot be filled with them.
 */
final class AttemptCookie {

    private static final String TABLE = "cookie";
    private static final String ROW = "oidc";
    private static final String COLUMN = "attempt";

    private final SecretBox box;

    AttemptCookie(SecretBox box) {
        this.box = box;
    }

    Secret seal(Attempt attempt) {
        var open = Json.mapper()
                .createObjectNode()
                .put("state", attempt.state().reveal())
                .put("nonce", attempt.nonce().reveal())
                .put("verifier", attempt.verifier().reveal())
                .put("to", attempt.to())
                .put("begun", attempt.begun().toEpochMilli());
        byte[] sealed = box.seal(TABLE, ROW, COLUMN, new Secret(open.toString()));
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** Empty when it is none of ours. */
    Optional<Attempt> open(Secret cookie) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie.reveal());
            return Optional.of(read(
                    Json.mapper().readTree(box.open(TABLE, ROW, COLUMN, sealed).reveal())));
        } catch (IllegalArgumentException | SealBroken | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Attempt read(JsonNode open) {
        return new Attempt(
                new Secret(open.path("state").asText()),
                new Secret(open.path("nonce").asText()),
                new Secret(open.path("verifier").asText()),
                open.path("to").asText(),
                Instant.ofEpochMilli(open.path("begun").asLong()));
    }
}
