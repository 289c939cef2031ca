package id.ronda.kernel.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys a configuration has, and which known one an unknown one was probably meant to be. */
final class KnownKeys {

    /** Variables of other parts of the product that are no configuration. */
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "RONDA_JAVA_HOME",
            "RONDA_JAVA_OPTIONS",
            "RONDA_JAVA_FOLDERS",
            "RONDA_LOG_LEVEL",
            "RONDA_TOOLS_REQUIRED",
            "RONDA_COMMUNITY",
            "RONDA_AUTH_PASSPHRASE",
            "RONDA_PRIV_PASSPHRASE",
            "RONDA_PASSWORD",
            "RONDA_TOKEN",
            "RONDA_KEY_FILE");

    private static final String VARIABLE_PREFIX = "RONDA_";

    private final Set<String> keys;

    KnownKeys(Set<String> keys) {
        this.keys = new TreeSet<>(keys);
    }

    List<String> unknown(Collection<String> given, String where) {
        return given.stream()
                .filter(key -> keys.stream().noneMatch(known -> matches(known, key)))
                .sorted()
                .map(key -> "unknown key " + key + " " + where + "; did you mean " + nearest(key, keys) + "?")
                .toList();
    }

    List<String> unknownVariables(Collection<String> environment) {
        Set<String> variables = new TreeSet<>(OTHER_VARIABLES);
        keys.forEach(key -> variables.add(variable(key)));
        return environment.stream()
                .filter(name -> name.startsWith(VARIABLE_PREFIX) && !variables.contains(name))
                .sorted()
                .map(name ->
                        "unknown environment variable " + name + "; did you mean " + nearest(name, variables) + "?")
                .toList();
    }

    /** The values that the environment gives, under their keys. */
    Map<String, String> fromVariables(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (String key : keys) {
            String value = environment.get(variable(key));
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** A star in a known key stands for a name of the caller's choice, an index in brackets for any number. */
    private static boolean matches(String known, String key) {
        String[] pattern = known.split("\\.", -1);
        String[] words = key.replaceAll("\\[\\d+]", "[*]").split("\\.", -1);
        if (pattern.length != words.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    private static String nearest(String word, Set<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .orElse("nothing");
    }

    /** The number of letters to insert, delete or change (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
