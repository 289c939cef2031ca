package id.ronda.identity.factor;

import id.ronda.identity.AccountId;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.credential.RandomWord;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of authenticators and recovery codes. Secrets are sealed, codes hashed. */
public final class FactorStore {

    private static final int RECOVERY_CODES = 10;
    private static final String TABLE = "identity.totp";
    private static final String COLUMN = "secret";
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private final SecretBox box;

    /** @param box seals the secrets */
    public FactorStore(SecretBox box) {
        this.box = box;
    }

    /** Whether signing in asks for a code. */
    public boolean isOn(Handle handle, AccountId account) {
        return handle.createQuery(
                        "select exists (select from identity.totp where account_id = :account and confirmed_at is not null)")
                .bind("account", account.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Keeps a secret that is not confirmed yet; false if one is confirmed. */
    boolean begin(Handle handle, AccountId account, byte[] secret) {
        return handle.createUpdate("""
                        insert into identity.totp as t (account_id, secret) values (:account, :secret)
                        on conflict (account_id) do update set secret = excluded.secret, last_step = -1
                        where t.confirmed_at is null
                        """)
                        .bind("account", account.value())
                        .bind("secret", box.seal(TABLE, account.toString(), COLUMN, new Secret(Base32.encode(secret))))
                        .execute()
                > 0;
    }

    void confirm(Handle handle, AccountId account, Instant now) {
        handle.createUpdate("update identity.totp set confirmed_at = :now where account_id = :account")
                .bind("account", account.value())
                .bind("now", now)
                .execute();
    }

    /** Whether this is a code of the account, an authenticator's or a recovery code; from then on it is none. */
    public boolean use(Handle handle, AccountId account, String code, Instant now) {
        String bare = code.replaceAll("\\s", "");
        return SIX_DIGITS.matcher(bare).matches()
                ? useTotp(handle, account, bare, now)
                : useRecovery(handle, account, code, now);
    }

    /** Whether this is a code of the account's authenticator, confirmed or not. Its step and all before are used up. */
    boolean useTotp(Handle handle, AccountId account, String code, Instant now) {
        OptionalLong step = secret(handle, account)
                .map(secret -> Totp.stepOf(secret, code.replaceAll("\\s", ""), now))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && handle.createUpdate("""
                                update identity.totp set last_step = :step
                                where account_id = :account and last_step < :step
                                """)
                                .bind("account", account.value())
                                .bind("step", step.getAsLong())
                                .execute()
                        > 0;
    }

    private Optional<byte[]> secret(Handle handle, AccountId account) {
        return handle.createQuery("select secret from identity.totp where account_id = :account")
                .bind("account", account.value())
                .mapTo(byte[].class)
                .findOne()
                .map(kept -> Base32.decode(
                        box.open(TABLE, account.toString(), COLUMN, kept).reveal()));
    }

    private static boolean useRecovery(Handle handle, AccountId account, String code, Instant now) {
        return handle.createUpdate("""
                        update identity.recovery_code set used_at = :now
                        where account_id = :account and hash = :hash and used_at is null
                        """)
                        .bind("account", account.value())
                        .bind("hash", Digest.of(RandomWord.typed(code)))
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /** Ten new recovery codes in place of the old ones. */
    List<Secret> renewRecoveryCodes(Handle handle, AccountId account, RandomGenerator random) {
        FactorRows.deleteRecoveryCodes(handle, account);
        List<Secret> codes = Stream.generate(() -> RandomWord.forPeople(random))
                .limit(RECOVERY_CODES)
                .toList();
        PreparedBatch batch =
                handle.prepareBatch("insert into identity.recovery_code (account_id, hash) values (:account, :hash)");
        codes.forEach(code -> batch.bind("account", account.value())
                .bind("hash", Digest.of(code))
                .add());
        batch.execute();
        return codes;
    }

    int recoveryCodesLeft(Handle handle, AccountId account) {
        return handle.createQuery(
                        "select count(*) from identity.recovery_code where account_id = :account and used_at is null")
                .bind("account", account.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Ends the second step of an account; false if it had none. */
    public boolean remove(Handle handle, AccountId account) {
        return FactorRows.delete(handle, account);
    }
}
