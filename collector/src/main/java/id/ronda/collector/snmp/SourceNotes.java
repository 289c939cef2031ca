package id.ronda.collector.snmp;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses sent something useless, and when: it gives a name to the failure of a request that waits for an answer from there
 * in vain. Holds the last {@value #MAX} addresses.
 */
final class SourceNotes {
    private static final int MAX = 1024;

    private final Map<InetSocketAddress, Note> notes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Note> eldest) {
            return size() > MAX;
        }
    };

    /** Something useless from an address. */
    record Note(SnmpFailure failure, String detail, long nanos) {}

    void garbage(InetSocketAddress sender, String detail, long nanos) {
        notes.put(sender, new Note(SnmpFailure.MALFORMED, detail, nanos));
    }

    void foreignId(InetSocketAddress sender, long nanos) {
        notes.put(sender, new Note(SnmpFailure.WRONG_ID, "answers only to requests that were never sent", nanos));
    }

    /** What came from there since then, if anything. */
    @Nullable
    Note since(InetSocketAddress address, long nanos) {
        var note = notes.get(address);
        return note != null && note.nanos() - nanos >= 0 ? note : null;
    }
}
