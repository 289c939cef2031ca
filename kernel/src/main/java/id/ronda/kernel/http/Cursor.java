package id.ronda.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in a list as {@code next} and {@code after} carry it: text without meaning for a client, of letters that an address need not
 * escape. It fits its list and its order alone; one of another list, and a torn one, are recognised. It is no secret: who
 * makes one up sees no more than the list shows anyway.
 */
final class Cursor {

    private static final int CHECK = 6;
    private static final int LONGEST = 6_000;

    private Cursor() {}

    /** The text for a key of the list that the request asks for. */
    static String write(RoutingContext ctx, String key) {
        byte[] bytes = key.getBytes(UTF_8);
        ByteBuffer whole = ByteBuffer.allocate(CHECK + bytes.length);
        whole.put(check(list(ctx), bytes)).put(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** The key, or nothing if the text was not made by {@link #write} for this list in this order. */
    static Optional<String> read(RoutingContext ctx, String text) {
        return bytes(text).filter(whole -> whole.length > CHECK).flatMap(whole -> {
            byte[] key = Arrays.copyOfRange(whole, CHECK, whole.length);
            boolean own = MessageDigest.isEqual(Arrays.copyOf(whole, CHECK), check(list(ctx), key));
            return own ? text(key) : Optional.empty();
        });
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] key) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String list(RoutingContext ctx) {
        return ctx.normalizedPath() + "\n"
                + Objects.requireNonNullElse(ctx.queryParams().get("sort"), "");
    }

    private static byte[] check(String list, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(key), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
