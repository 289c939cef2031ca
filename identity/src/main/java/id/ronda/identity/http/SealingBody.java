package id.ronda.identity.http;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditSealing;
import id.ronda.identity.AuditVerdict;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The end of the chain as the API tells it. */
record SealingBody(
        String state,
        long position,
        @Nullable Instant sealedTo,
        long waiting,
        @Nullable CheckpointBody checkpoint,
        @Nullable VerdictBody verdict) {

    /** The newest checkpoint outside the database. */
    record CheckpointBody(long number, long position, Instant at, String key, boolean fits) {
        static @Nullable CheckpointBody of(AuditSealing.@Nullable Signed signed) {
            return signed == null
                    ? null
                    : new CheckpointBody(signed.number(), signed.position(), signed.at(), signed.key(), signed.fits());
        }
    }

    /** The first thing that is wrong. */
    record FaultBody(String kind, long place, String text) {
        static @Nullable FaultBody of(@Nullable AuditFault fault) {
            return fault == null
                    ? null
                    : new FaultBody(
                            fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            fault.place(),
                            fault.text());
        }
    }

    /** What the last walk over the whole trail saw. */
    record VerdictBody(
            Instant at, boolean intact, long rows, @Nullable FaultBody fault) {
        static @Nullable VerdictBody of(AuditSealing.@Nullable Judged judged) {
            if (judged == null) {
                return null;
            }
            AuditVerdict verdict = judged.verdict();
            return new VerdictBody(judged.at(), verdict.intact(), verdict.rows(), FaultBody.of(verdict.fault()));
        }
    }

    static SealingBody of(AuditSealing sealing) {
        return new SealingBody(
                sealing.state().code(),
                sealing.position(),
                sealing.sealedTo(),
                sealing.waiting(),
                CheckpointBody.of(sealing.signed()),
                VerdictBody.of(sealing.judged()));
    }
}
