package id.ronda.collector.discovery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A device that can be asked while it is looked at. Blocks: called on virtual threads. */
public interface Agent {

    /** The values of those objects that the device has; how many requests that takes is the agent's affair. */
    Got get(List<OID> objects);

    /**
     * All objects below some columns, each in the device's order.
     *
     * @param maxRows how many at most in all; a walk that is cut there has the failure {@code too-many-rows}
     */
    Walked walk(List<OID> columns, int maxRows);

    /** What became of a get. */
    sealed interface Got {}

    /**
     * The device answered.
     *
     * @param values the objects that it has; a missing one is absent
     * @param failed the objects on which it choked
     */
    record Values(Map<OID, Variable> values, Map<OID, Failed> failed) implements Got {}

    /** No answer, or none that says anything; {@code reason} is the failure's name. */
    record Failed(String reason, String detail) implements Got {}

    /** What became of a walk: the rows so far, and why there are no more ({@code null}: because that is all). */
    record Walked(List<VariableBinding> rows, @Nullable Failed failure) {}
}
