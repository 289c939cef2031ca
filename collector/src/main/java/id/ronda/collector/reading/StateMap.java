package id.ronda.collector.reading;

import id.ronda.collector.ReadingState;
import java.util.Map;

/** What the numbers of a state object mean. */
public record StateMap(Map<Integer, Meaning> meanings) {

    /** The MIB's label of a number and what it means for the one who watches. */
    public record Meaning(String label, ReadingState state) {}

    public StateMap {
        meanings = Map.copyOf(meanings);
    }

    /** The state of that number; a number without a meaning is {@code UNKNOWN}. */
    public ReadingState of(double number) {
        var meaning = meanings.get((int) number);
        return meaning == null ? ReadingState.UNKNOWN : meaning.state();
    }
}
