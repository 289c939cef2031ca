package id.ronda.collector.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A state that a device tells as a word is read by its label, whatever the case of its letters; a word that is no label is
 * {@link #UNHEARD_OF}, a state without a meaning, so that a new word of a firmware is seen and not passed over.
 */
public record StateLabels(Map<String, Integer> numbers) implements TextForm {
    /** The number of a word that is none of the labels. */
    public static final int UNHEARD_OF = -1;

    public StateLabels {
        numbers = Map.copyOf(numbers);
    }

    /** The labels of a state object. */
    public static StateLabels of(StateMap states) {
        var numbers = new HashMap<String, Integer>();
        states.meanings().forEach((number, meaning) -> numbers.put(plain(meaning.label()), number));
        return new StateLabels(numbers);
    }

    @Override
    public double number(String text) {
        String word = plain(text);
        if (word.isEmpty()) {
            return Double.NaN;
        }
        var labelled = numbers.get(word);
        double number = labelled == null ? NumericValue.of(word) : labelled;
        return Double.isNaN(number) ? UNHEARD_OF : number;
    }

    private static String plain(String text) {
        return text.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
    }
}
