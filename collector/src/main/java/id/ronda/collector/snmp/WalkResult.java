package id.ronda.collector.snmp;

/** How a walk ended. */
public sealed interface WalkResult {
    /** How many objects were handed over. */
    int rows();

    /** The subtree was walked to its end. */
    record Complete(int rows) implements WalkResult {}

    /** The walk broke off; what was handed over before is good. */
    record Partial(int rows, SnmpFailure failure, String detail) implements WalkResult {}
}
