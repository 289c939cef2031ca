package id.ronda.identity.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The seal of one row: its place in the chain and the hash there.
 *
 * @param position from 1, without gaps; 0 is the begin, before any row
 * @param auditId the row
 * @param hash SHA-256 in hexadecimal
 */
record Seal(long position, long auditId, String hash) {

    /** Where a trail without seals begins. */
    static final Seal BEGIN = new Seal(0, 0, ChainHash.ORIGIN);

    /** Seals for rows that come behind this one, in their order. */
    List<Seal> over(List<AuditRow> rows) {
        List<Seal> seals = new ArrayList<>(rows.size());
        Seal last = this;
        for (AuditRow row : rows) {
            long next = last.position + 1;
            last = new Seal(next, row.id(), ChainHash.of(last.hash, next, row));
            seals.add(last);
        }
        return seals;
    }
}
