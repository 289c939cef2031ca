package id.ronda.simulator.agent;

import id.ronda.simulator.Fault;
import id.ronda.simulator.Faults;
import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.ber.BerWriter;

/** Answers one PDU as RFC 3416 section 4.2 asks, or as RFC 1157 does. */
final class PduResponder {
    /** By how much the headers of message, PDU and list may still grow when their lengths are known. */
    private static final int GROWTH = 8;

    private static final int ENDED_AT_ONCE = -2;

    private final Answer answer = new Answer();
    private int[] cursors = new int[64];
    private int failedAt;

    /** Writes the Response PDU, so that the writer stays within {@code limit} octets. */
    void respond(
            Session session,
            PduRequest request,
            boolean version1,
            Moment moment,
            long nanos,
            BerWriter out,
            int limit) {
        Faults.State faults = session.faults();
        int requestId = faults.has(Fault.WRONG_REQUEST_ID) ? request.requestId() + 1 : request.requestId();
        answer.begin(session, faults, moment, nanos, version1);
        answer.writeTo(out, limit - GROWTH);
        int start = out.position();
        int pdu = head(out, PduRequest.RESPONSE, requestId, ErrorStatus.NO_ERROR.code(version1), 0);
        int list = out.begin(BerWriter.SEQUENCE);
        ErrorStatus status = fill(request, faults, version1);
        if (status == ErrorStatus.NO_ERROR) {
            out.end(list);
            out.end(pdu);
            return;
        }
        out.rewind(start);
        refuse(request, requestId, status, failedAt, version1, out);
    }

    /** Writes a Response that says no. */
    void refuse(PduRequest request, int requestId, ErrorStatus status, int index, boolean version1, BerWriter out) {
        int pdu = head(out, PduRequest.RESPONSE, requestId, status.code(version1), index);
        int list = out.begin(BerWriter.SEQUENCE);
        if (version1 || status != ErrorStatus.TOO_BIG) {
            out.raw(request.octets(), request.listFrom(), request.listTo());
        }
        out.end(list);
        out.end(pdu);
    }

    static int head(BerWriter out, int type, int requestId, int status, int index) {
        int pdu = out.begin(type);
        out.number(BerWriter.INTEGER, requestId);
        out.number(BerWriter.INTEGER, status);
        out.number(BerWriter.INTEGER, index);
        return pdu;
    }

    /** Writes the bindings, or says what is wrong; {@link #failedAt} then says with which. */
    private ErrorStatus fill(PduRequest request, Faults.State faults, boolean version1) {
        if (faults.has(Fault.TOO_BIG)) {
            return failure(ErrorStatus.TOO_BIG, 0);
        }
        if (faults.has(Fault.GEN_ERR)) {
            return failure(ErrorStatus.GEN_ERR, Math.min(1, request.count()));
        }
        if (faults.has(Fault.OVERSIZED) && request.count() > 0) {
            answer.oversized(request.octets(), request.nameFrom(0), request.nameTo(0));
            return ErrorStatus.NO_ERROR;
        }
        return switch (request.type()) {
            case PduRequest.GET -> get(request, version1);
            case PduRequest.GET_NEXT -> getNext(request, request.count(), version1);
            case PduRequest.GET_BULK -> getBulk(request);
            default -> set(request);
        };
    }

    private ErrorStatus failure(ErrorStatus status, int binding) {
        failedAt = binding;
        return status;
    }

    private ErrorStatus get(PduRequest request, boolean version1) {
        for (int i = 0; i < request.count(); i++) {
            int found = answer.find(request.octets(), request.nameFrom(i), request.nameTo(i));
            if (found != ObjectTree.NONE) {
                answer.object(found);
            } else if (version1) {
                return failure(ErrorStatus.NO_SUCH_NAME, i + 1);
            } else {
                answer.missing(request.octets(), request.nameFrom(i), request.nameTo(i));
            }
            if (!answer.fits()) {
                return failure(ErrorStatus.TOO_BIG, 0);
            }
        }
        return ErrorStatus.NO_ERROR;
    }

    private ErrorStatus getNext(PduRequest request, int count, boolean version1) {
        for (int i = 0; i < count; i++) {
            int next = answer.next(request.octets(), request.nameFrom(i), request.nameTo(i));
            if (next != ObjectTree.NONE) {
                answer.object(next);
            } else if (version1) {
                return failure(ErrorStatus.NO_SUCH_NAME, i + 1);
            } else {
                answer.end(request.octets(), request.nameFrom(i), request.nameTo(i));
            }
            if (!answer.fits()) {
                return failure(ErrorStatus.TOO_BIG, 0);
            }
        }
        return ErrorStatus.NO_ERROR;
    }

    private ErrorStatus getBulk(PduRequest request) {
        int first = request.nonRepeaters();
        ErrorStatus status = getNext(request, first, false);
        if (status != ErrorStatus.NO_ERROR || first == request.count()) {
            return status;
        }
        cursors = cursors.length < request.count() ? new int[request.count()] : cursors;
        int written = 0;
        for (int repetition = 0; repetition < request.maxRepetitions(); repetition++) {
            int ended = 0;
            for (int i = first; i < request.count(); i++) {
                int mark = answer.mark();
                ended += repeat(request, i, repetition) ? 0 : 1;
                if (!answer.fits()) {
                    answer.rewind(mark);
                    return written + first == 0 ? failure(ErrorStatus.TOO_BIG, 0) : ErrorStatus.NO_ERROR;
                }
                written++;
            }
            if (ended == request.count() - first) {
                return ErrorStatus.NO_ERROR;
            }
        }
        return ErrorStatus.NO_ERROR;
    }

    /** Writes the next object of one column; false when there is none. */
    private boolean repeat(PduRequest request, int i, int repetition) {
        boolean begun = repetition > 0;
        int next;
        if (!begun) {
            next = answer.next(request.octets(), request.nameFrom(i), request.nameTo(i));
        } else {
            next = cursors[i] < 0 ? cursors[i] : answer.after(cursors[i]);
        }
        if (next >= 0) {
            answer.object(next);
        } else if (begun && next == ObjectTree.NONE) {
            answer.endBehindLast();
        } else {
            next = ENDED_AT_ONCE;
            answer.end(request.octets(), request.nameFrom(i), request.nameTo(i));
        }
        cursors[i] = next;
        return next >= 0;
    }

    private ErrorStatus set(PduRequest request) {
        if (request.count() == 0) {
            return ErrorStatus.NO_ERROR;
        }
        int found = answer.find(request.octets(), request.nameFrom(0), request.nameTo(0));
        return failure(found == ObjectTree.NONE ? ErrorStatus.NO_ACCESS : ErrorStatus.NOT_WRITABLE, 1);
    }
}
