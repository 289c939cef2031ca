package id.ronda.identity.oidc;

import id.ronda.identity.ProofFault;
import java.io.IOException;

/** One step of the flow failed, as steps do. It is an IOException to pass through the library; {@link CodeFlow} makes a result of it. */
final class ProofRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProofFault fault;

    /** @param detail for the log; never a code or a token */
    ProofRefused(ProofFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    ProofRefused(ProofFault fault, String detail, Throwable cause) {
        super(detail + ": " + cause.getMessage(), cause);
        this.fault = fault;
    }

    ProofFault fault() {
        return fault;
    }

    /** The refusal itself where the library has wrapped it, else a new one of that fault. */
    static ProofRefused in(Throwable failure, ProofFault otherwise, String detail) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProofRefused refused) {
                return refused;
            }
        }
        return new ProofRefused(otherwise, detail, failure);
    }
}
