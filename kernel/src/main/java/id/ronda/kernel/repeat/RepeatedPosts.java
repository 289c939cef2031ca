package id.ronda.kernel.repeat;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.repeat.RepeatStore.Row;
import id.ronda.kernel.secret.SecretBox;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers for a day what was answered to a caller's request under a key of his, so that it is carried out once. */
public final class RepeatedPosts {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any request takes: what is under way for longer was left behind. */
    static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    /** Keys of one caller within a day. */
    static final int MOST_KEYS = 10_000;

    /** Characters of an answer that is kept. */
    static final int LONGEST_ANSWER = 256 * 1024;

    private static final int PRUNED_AT_ONCE = 10_000;
    private static final String TABLE = "kernel.repeated_post";
    private static final String COLUMN = "answer";
    private static final String PURPOSE = "repeated post";

    private final Database database;
    private final SecretBox box;
    private final Clock clock;

    /** Remembers in the kernel's schema, and seals what may hold secrets. */
    public RepeatedPosts(Database database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Looks whether it is new, and if so writes down that it begins.
     *
     * @param caller who asks, as he is known in all his requests
     * @param content the whole request, as far as it decides what is done
     */
    public Future<Begun> begin(String caller, String key, Secret content) {
        String fingerprint = box.digest(PURPOSE, content);
        Instant now = clock.instant();
        return database.call(Lane.EDITS, handle -> {
            boolean first = RepeatStore.insert(handle, caller, key, fingerprint, now, now.minus(KEPT), MOST_KEYS);
            return first
                    ? new Begun.First()
                    : RepeatStore.find(handle, caller, key)
                            .map(row -> known(caller, key, fingerprint, row, now))
                            .orElseGet(Begun.TooMany::new);
        });
    }

    private Begun known(String caller, String key, String fingerprint, Row row, Instant now) {
        if (!row.fingerprint().equals(fingerprint)) {
            return new Begun.Different();
        }
        return switch (row.state()) {
            case "kept" -> new Begun.Done(open(caller, key, row.answer()));
            case "not-kept" -> new Begun.DoneUnkept();
            default -> row.begunAt().plus(LONGEST_REQUEST).isBefore(now) ? new Begun.Unknown() : new Begun.UnderWay();
        };
    }

    /** Ends a request that was carried out. An answer that is too long is not kept, and that is remembered. */
    public Future<Void> keep(String caller, String key, KeptAnswer answer) {
        byte @Nullable [] sealed = answer.body().length() > LONGEST_ANSWER ? null : seal(caller, key, answer);
        return finish(caller, key, sealed);
    }

    /** Ends a request that was carried out and whose answer is not kept. */
    public Future<Void> leaveUnkept(String caller, String key) {
        return finish(caller, key, null);
    }

    private Future<Void> finish(String caller, String key, byte @Nullable [] sealed) {
        return database.call(Lane.EDITS, handle -> {
                    RepeatStore.finish(handle, caller, key, sealed);
                    return true;
                })
                .mapEmpty();
    }

    /** Forgets a request that was not carried out, so that the key may be used again. */
    public Future<Void> release(String caller, String key) {
        return database.call(Lane.EDITS, handle -> {
                    RepeatStore.delete(handle, caller, key);
                    return true;
                })
                .mapEmpty();
    }

    /** Forgets what is older than a day; how many there were. */
    public Future<Integer> prune() {
        Instant oldest = clock.instant().minus(KEPT);
        return database.call(Lane.EDITS, handle -> RepeatStore.prune(handle, oldest, PRUNED_AT_ONCE));
    }

    private byte[] seal(String caller, String key, KeptAnswer answer) {
        try {
            return box.seal(
                    TABLE, row(caller, key), COLUMN, new Secret(Json.mapper().writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of texts is always JSON", e);
        }
    }

    private KeptAnswer open(String caller, String key, @Nullable Buffer sealed) {
        if (sealed == null) {
            throw new IllegalStateException("the table holds no kept row without an answer");
        }
        try {
            return Json.mapper()
                    .readValue(
                            box.open(TABLE, row(caller, key), COLUMN, sealed.getBytes())
                                    .reveal(),
                            KeptAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was sealed here is opened as it was", e);
        }
    }

    private static String row(String caller, String key) {
        return caller.length() + ":" + caller + key;
    }
}
