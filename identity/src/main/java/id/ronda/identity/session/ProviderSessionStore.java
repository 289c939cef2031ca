package id.ronda.identity.session;

import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what providers gave with the sessions that they opened; a row ends with its session. */
public final class ProviderSessionStore {

    private static final String TABLE = "identity.provider_session";
    private static final String TOKEN = "id_token";

    private final SecretBox box;

    /** @param box seals what providers give */
    public ProviderSessionStore(SecretBox box) {
        this.box = box;
    }

    /** Remembers who opened the session with this hash. */
    public void put(Handle handle, byte[] session, ProviderSession provider) {
        handle.createUpdate("""
                        insert into identity.provider_session (session_hash, issuer, id_token)
                        values (:session, :issuer, :token)
                        """)
                .bind("session", session)
                .bind("issuer", provider.issuer())
                .bind("token", sealed(session, provider.receipt()))
                .execute();
    }

    /** Who opened the session with this hash; empty: it was Ronda itself. */
    public Optional<ProviderSession> find(Handle handle, byte[] session) {
        return handle.createQuery(
                        "select issuer, id_token from identity.provider_session where session_hash = :session")
                .bind("session", session)
                .map((row, context) -> opened(row, session))
                .findOne();
    }

    private byte @Nullable [] sealed(byte[] session, @Nullable Secret receipt) {
        return receipt == null ? null : box.seal(TABLE, row(session), TOKEN, receipt);
    }

    private ProviderSession opened(ResultSet row, byte[] session) throws SQLException {
        byte[] sealed = row.getBytes(TOKEN);
        return new ProviderSession(
                row.getString("issuer"), sealed == null ? null : box.open(TABLE, row(session), TOKEN, sealed));
    }

    private static String row(byte[] session) {
        return HexFormat.of().formatHex(session);
    }
}
