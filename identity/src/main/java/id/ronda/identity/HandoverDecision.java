package id.ronda.identity;

/** What shall become of one belonging (serah terima). */
public sealed interface HandoverDecision {

    /** The belonging's kind. */
    String kind();

    /** The belonging's id. */
    String id();

    /** It goes to this account. */
    record Give(String kind, String id, AccountId to) implements HandoverDecision {}

    /** It ends. */
    record End(String kind, String id) implements HandoverDecision {}

    /** It stays, where the person only moves. */
    record Keep(String kind, String id) implements HandoverDecision {}
}
