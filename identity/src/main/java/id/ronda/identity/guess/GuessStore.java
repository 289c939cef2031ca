package id.ronda.identity.guess;

import id.ronda.identity.AccountId;
import id.ronda.identity.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table of failures. An attempt counts as failed before it is tried, so that a hundred at the same moment are a hundred;
 * one that succeeds takes its count back.
 */
public final class GuessStore {

    /** Names that nobody has share this many rows. */
    static final int STRANGERS = 65_536;

    private static final Backoff RULE = Backoff.ACCOUNT;

    /** Guesses at the password of an account, or of no account; a known device has a count of its own. */
    public static String password(@Nullable AccountId account, String nameKey, Optional<String> device) {
        if (account == null) {
            return "name:" + Math.floorMod(nameKey.hashCode(), STRANGERS);
        }
        return device.map(nonce -> "device:" + account + ":" + nonce).orElse("account:" + account);
    }

    /** Guesses at the code of an account, by whoever has its password. */
    public static String code(AccountId account, Optional<String> device) {
        return device.map(nonce -> "code:" + account + ":" + nonce).orElse("code:" + account);
    }

    /** Guesses at the old password from within a session. */
    public static String change(AccountId account) {
        return "change:" + account;
    }

    /** Counts an attempt; or says how long to wait, and then counts nothing. */
    public Optional<Duration> admit(Handle handle, String key, Instant moment) {
        // The database keeps microseconds and rounds them: what it kept of this very moment may be later than the
        // moment.
        Instant now = moment.truncatedTo(ChronoUnit.MICROS);
        // Whoever hammers is told to wait by a read alone; only what may be tried takes the lock and writes.
        Optional<Duration> waits = wait(read(handle, key, ""), now);
        if (waits.isPresent()) {
            return waits;
        }
        Backoff.Count before = locked(handle, key, now);
        Optional<Duration> stillWaits = wait(Optional.of(before), now);
        if (stillWaits.isEmpty()) {
            write(handle, key, RULE.fail(before, now));
        }
        return stillWaits;
    }

    private static Optional<Duration> wait(Optional<Backoff.Count> before, Instant now) {
        return before.map(count -> RULE.wait(count, now)).filter(Duration::isPositive);
    }

    /** Takes back an attempt that was not tried in the end. */
    public void undo(Handle handle, String key, Instant now) {
        write(handle, key, RULE.undo(locked(handle, key, now), now));
    }

    /** Forgets all failures: the right one came. Rows that nobody waits for any more go by the way. */
    public void forgive(Handle handle, String key, Instant now) {
        handle.createUpdate("delete from identity.guess where key = :key")
                .bind("key", key)
                .execute();
        handle.createUpdate("""
                        delete from identity.guess where key in (
                            select key from identity.guess where last_at < :forgotten limit 100 for update skip locked)
                        """).bind("forgotten", now.minus(RULE.forgotten())).execute();
    }

    /** Forgets the failures of everybody at that account. */
    public void forgiveAll(Handle handle, AccountId account) {
        handle.createUpdate("""
                        delete from identity.guess
                        where key in ('account:' || :id, 'code:' || :id, 'change:' || :id)
                           or key like 'device:' || :id || ':%' or key like 'code:' || :id || ':%'
                        """).bind("id", account.toString()).execute();
    }

    private static Backoff.Count locked(Handle handle, String key, Instant now) {
        handle.createUpdate("""
                        insert into identity.guess (key, failures, last_at, not_before) values (:key, 0, :now, :now)
                        on conflict do nothing
                        """).bind("key", key).bind("now", now).execute();
        return read(handle, key, " for update").orElseGet(() -> new Backoff.Count(0, now, now));
    }

    private static Optional<Backoff.Count> read(Handle handle, String key, String lock) {
        return handle.createQuery("select failures, last_at, not_before from identity.guess where key = :key" + lock)
                .bind("key", key)
                .map((row, context) -> new Backoff.Count(
                        row.getInt("failures"), Times.at(row, "last_at"), Times.at(row, "not_before")))
                .findOne();
    }

    private static void write(Handle handle, String key, Backoff.Count count) {
        handle.createUpdate("""
                        insert into identity.guess (key, failures, last_at, not_before)
                        values (:key, :failures, :last_at, :not_before)
                        on conflict (key) do update
                        set failures = excluded.failures, last_at = excluded.last_at, not_before = excluded.not_before
                        """)
                .bind("key", key)
                .bind("failures", count.failures())
                .bind("last_at", count.lastAt())
                .bind("not_before", count.notBefore())
                .execute();
    }
}
