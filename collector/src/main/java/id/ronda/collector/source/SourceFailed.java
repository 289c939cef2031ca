package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.io.Serial;

/** Ends a conversation with a source; caught where it began and made into a {@link Fetched.Failed}. */
final class SourceFailed extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final SnmpFailure failure;

    SourceFailed(SnmpFailure failure, String detail) {
        super(detail, null, false, false);
        this.failure = failure;
    }

    SnmpFailure failure() {
        return failure;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
