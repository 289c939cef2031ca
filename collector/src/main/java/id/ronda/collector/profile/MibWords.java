package id.ronda.collector.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words in the name of a MIB object ({@code airIRRCUnitStatusFanSpeed}) or in one for people. */
final class MibWords {

    /** The one word in which two names differ. */
    record Swap(String here, String there) {}

    private MibWords() {}

    /** In their order, lower case; what stands in braces is left out. */
    static List<String> of(String name) {
        String spaced = name.replaceAll("\\{[^}]*}", " ")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
                .replaceAll("([A-Za-z])([0-9])", "$1 $2")
                .replaceAll("[^A-Za-z0-9]+", " ");
        return Arrays.stream(spaced.strip().split(" "))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The words of all these texts. */
    static Set<String> of(List<String> texts) {
        return texts.stream().flatMap(text -> of(text).stream()).collect(Collectors.toSet());
    }

    /** The word by which the names differ, if that is all and it is no number. */
    static Optional<Swap> swap(String here, String there) {
        List<String> mine = of(here);
        List<String> theirs = of(there);
        if (mine.size() != theirs.size()) {
            return Optional.empty();
        }
        int at = -1;
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).equals(theirs.get(i))) {
                if (at >= 0) {
                    return Optional.empty();
                }
                at = i;
            }
        }
        boolean word =
                at >= 0 && !mine.get(at).matches("\\d+") && !theirs.get(at).matches("\\d+");
        return word ? Optional.of(new Swap(mine.get(at), theirs.get(at))) : Optional.empty();
    }
}
