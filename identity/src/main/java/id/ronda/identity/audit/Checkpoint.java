package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed line outside the database: up to this place the chain had this hash. Each line holds the SHA-256 of the one before
 * it (64 zeros in the first), so that none can be taken out.
 *
 * @param number of the line, from 1
 * @param position the last seal it covers
 * @param hash of that seal, hexadecimal
 * @param count how many rows were sealed since the checkpoint before
 * @param at when it was made
 * @param before SHA-256 of the line before, hexadecimal
 * @param key the name of the public key
 * @param signature over the line without it, base64
 */
record Checkpoint(
        long number, long position, String hash, long count, Instant at, String before, String key, String signature) {

    private static final String WORD = "ronda-audit-checkpoint-1";

    /** Makes and signs one. */
    static Checkpoint sign(SigningKey key, long number, Seal last, long count, Instant at, String before) {
        Checkpoint draft = new Checkpoint(number, last.position(), last.hash(), count, at, before, key.id(), "");
        return new Checkpoint(
                number,
                draft.position,
                draft.hash,
                count,
                at,
                before,
                draft.key,
                Base64.getEncoder().encodeToString(key.sign(draft.message())));
    }

    boolean isSignedBy(SigningKey signer) {
        try {
            return key.equals(signer.id())
                    && signer.fits(message(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private byte[] message() {
        return fields().toString().getBytes(UTF_8);
    }

    private ObjectNode fields() {
        return Json.mapper()
                .createObjectNode()
                .put("format", WORD)
                .put("number", number)
                .put("position", position)
                .put("hash", hash)
                .put("count", count)
                .put("at", at.toString())
                .put("before", before)
                .put("key", key);
    }

    /** The line without its end. */
    String line() {
        return fields().put("signature", signature).toString();
    }

    /** What the next line holds of this one. */
    String lineHash() {
        return hashOf(line());
    }

    static String hashOf(String line) {
        return ChainHash.of(line.getBytes(UTF_8));
    }

    /** Reads a line; empty when it is not exactly as {@link #line()} writes it. */
    static Optional<Checkpoint> parse(String line) {
        try {
            JsonNode json = Json.mapper().readTree(line);
            Checkpoint read = new Checkpoint(
                    json.path("number").asLong(),
                    json.path("position").asLong(),
                    json.path("hash").asText(),
                    json.path("count").asLong(),
                    Instant.parse(json.path("at").asText()),
                    json.path("before").asText(),
                    json.path("key").asText(),
                    json.path("signature").asText());
            return read.line().equals(line) ? Optional.of(read) : Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the chain had this hash at the place of this checkpoint. */
    boolean signs(String chainHash) {
        return hash.equals(chainHash);
    }
}
