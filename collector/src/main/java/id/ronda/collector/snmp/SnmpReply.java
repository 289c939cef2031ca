package id.ronda.collector.snmp;

import java.util.List;
import org.snmp4j.smi.VariableBinding;

/** How a request ended. Times are of {@link System#nanoTime()}. */
public sealed interface SnmpReply {
    /** When the (first) datagram of the request was handed to the socket. */
    long sentNanos();

    /**
     * The device answered without an error status. A missing object is a binding whose value is noSuchObject, noSuchInstance or
     * endOfMibView, on v1 too.
     *
     * @param answeredNanos when the answer was read
     */
    record Answered(List<VariableBinding> bindings, long sentNanos, long answeredNanos) implements SnmpReply {}

    /**
     * No usable answer.
     *
     * @param detail what was seen, for people; holds no secret
     */
    record Failed(SnmpFailure failure, String detail, long sentNanos) implements SnmpReply {}
}
