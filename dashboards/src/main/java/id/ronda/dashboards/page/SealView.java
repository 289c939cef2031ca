package id.ronda.dashboards.page;

import id.ronda.dashboards.text.PageText;
import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditSealing;
import java.time.Instant;

/**
 * The end of the chain over the trail, in words.
 *
 * @param status decides shape and colour
 */
record SealView(String status, String label, String sealed, String waiting, String signed, String judged) {

    static SealView of(AuditSealing sealing, PageText text) {
        return new SealView(
                switch (sealing.state()) {
                    case SEALED -> "ok";
                    case BEHIND -> "warning";
                    case BROKEN -> "critical";
                },
                text.say("trail.seal." + sealing.state().code()),
                sealed(sealing, text),
                waiting(sealing, text),
                signed(sealing, text),
                judged(sealing, text));
    }

    private static String sealed(AuditSealing sealing, PageText text) {
        Instant to = sealing.sealedTo();
        return to == null
                ? text.say("trail.seal.none")
                : text.say("trail.seal.position", sealing.position(), text.absolute(to));
    }

    private static String waiting(AuditSealing sealing, PageText text) {
        return sealing.waiting() == 0 ? "" : text.say("trail.seal.waiting", sealing.waiting());
    }

    private static String signed(AuditSealing sealing, PageText text) {
        AuditSealing.Signed signed = sealing.signed();
        if (signed == null) {
            return text.say("trail.seal.unsigned");
        }
        return text.say(
                signed.fits() ? "trail.seal.signed" : "trail.seal.foreign",
                signed.position(),
                text.absolute(signed.at()),
                signed.key());
    }

    private static String judged(AuditSealing sealing, PageText text) {
        AuditSealing.Judged judged = sealing.judged();
        if (judged == null) {
            return text.say("trail.seal.unjudged");
        }
        AuditFault fault = judged.verdict().fault();
        return fault == null
                ? text.say("trail.seal.intact", judged.verdict().rows(), text.absolute(judged.at()))
                : text.say("trail.seal.fault", fault.place(), text.absolute(judged.at()), fault.text());
    }
}
