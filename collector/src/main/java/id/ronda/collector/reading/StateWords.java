package id.ronda.collector.reading;

import id.ronda.collector.reading.StateMap.Meaning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A state that a device tells as several words at once ("OB DISCHRG LB"): the worst of them is the state; of two that are equally bad
 * the one with the lower number. Words that are no label say nothing beside one that is; alone they are a state without a meaning.
 */
public record StateWords(Map<Integer, Meaning> meanings) implements TextForm {

    public StateWords {
        meanings = new TreeMap<>(meanings);
    }

    @Override
    public double number(String text) {
        var words = text.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return Double.NaN;
        }
        var told = Set.copyOf(Arrays.asList(words.split("[\\s,;|]+")));
        return meanings.entrySet().stream()
                .filter(m -> told.contains(m.getValue().label().toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(m -> -badness(m.getValue())))
                .map(Map.Entry::getKey)
                .orElse(StateLabels.UNHEARD_OF);
    }

    private static int badness(Meaning meaning) {
        return switch (meaning.state()) {
            case OK -> 0;
            case UNKNOWN -> 1;
            case WARNING -> 2;
            case CRITICAL -> 3;
        };
    }
}
