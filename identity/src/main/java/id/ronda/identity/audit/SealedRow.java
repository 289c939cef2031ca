package id.ronda.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * A seal as the database has it, with the row it is for.
 *
 * @param version of the encoding that was hashed
 * @param xid the row's transaction as the seal remembers it
 * @param row null when the row is gone
 */
record SealedRow(Seal seal, int version, long xid, @Nullable AuditRow row) {

    /** Whether the seal is what its row gives behind that hash. */
    boolean fitsBehind(String before) {
        AuditRow sealed = row;
        return sealed != null
                && version == ChainHash.VERSION
                && sealed.xid() == xid
                && seal.hash().equals(ChainHash.of(before, seal.position(), sealed));
    }
}
