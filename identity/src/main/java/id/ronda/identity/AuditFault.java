package id.ronda.identity;

/**
 * The first thing that is wrong with an audit trail.
 *
 * @param place the position in the chain, or the line of the file of checkpoints
 * @param text one sentence for whoever investigates
 */
public record AuditFault(Kind kind, long place, String text) {

    /** What was done to the trail. */
    public enum Kind {
        /** A sealed row is not what it was. */
        ROW_CHANGED,
        /** A sealed row is gone. */
        ROW_DELETED,
        /** A row stands among sealed ones without a seal. */
        ROW_INSERTED,
        /** A row that the sealer should have sealed long ago. */
        ROW_NOT_SEALED,
        /** The hash of a seal is not what it was. */
        SEAL_CHANGED,
        /** A seal is gone from the middle of the chain. */
        SEAL_MISSING,
        /** The newest seals, up to a signed one, are gone. */
        TAIL_CUT,
        /** The chain fits in itself, but is not the one that was signed. */
        CHAIN_REWRITTEN,
        /** A line of the file of checkpoints is not as it was written. */
        CHECKPOINT_CHANGED,
        /** A line of the file of checkpoints is gone. */
        CHECKPOINT_MISSING,
        /** A checkpoint was not signed with this installation's key. */
        SIGNATURE_WRONG
    }
}
