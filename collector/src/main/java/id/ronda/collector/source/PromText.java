package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text exposition format 0.0.4 of Prometheus: a line a series, {@code name{label="value",…} number [milliseconds]}; lines that begin
 * with # and empty ones say nothing here. One wrong line refuses the whole text, as Prometheus itself does: what else it holds cannot be
 * trusted then.
 */
final class PromText {
    private static final int LONGEST_SHOWN = 60;
    /** More labels, and longer ones, than any exporter gives; the names of series must stay small. */
    private static final int MOST_LABELS = 64;

    private static final int LONGEST_LABEL = 4096;
    private static final SortedMap<String, String> NO_LABELS = Collections.unmodifiableSortedMap(new TreeMap<>());

    private final String text;
    private int at;
    private int end;

    private PromText(String text) {
        this.text = text;
    }

    /**
     * All series of the text.
     *
     * @param most how many at most; more are {@link SnmpFailure#TOO_MANY_ROWS}
     */
    static List<PromSample> parse(String text, int most) throws SourceFailed {
        return new PromText(text).samples(most);
    }

    private List<PromSample> samples(int most) throws SourceFailed {
        var samples = new ArrayList<PromSample>();
        for (int start = 0; start < text.length(); start = end + 1) {
            int newline = text.indexOf('\n', start);
            end = newline < 0 ? text.length() : newline;
            at = start;
            blanks();
            if (at == end || text.charAt(at) == '#') {
                continue;
            }
            if (samples.size() == most) {
                throw new SourceFailed(SnmpFailure.TOO_MANY_ROWS, "more than " + most + " series");
            }
            samples.add(sample());
        }
        return samples;
    }

    private PromSample sample() throws SourceFailed {
        String metric = name(true);
        blanks();
        var labels = is('{') ? labels() : NO_LABELS;
        blanks();
        double value = number(word());
        blanks();
        if (at < end) {
            time(word());
        }
        blanks();
        if (at < end) {
            throw refused("something after the value");
        }
        return new PromSample(metric, labels, value);
    }

    private String name(boolean ofMetric) throws SourceFailed {
        int from = at;
        while (at < end && isOfName(text.charAt(at), at > from, ofMetric)) {
            at++;
        }
        if (at == from) {
            throw refused("no name");
        }
        return text.substring(from, at);
    }

    private static boolean isOfName(char c, boolean further, boolean ofMetric) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (c == ':' && ofMetric)
                || (further && c >= '0' && c <= '9');
    }

    private SortedMap<String, String> labels() throws SourceFailed {
        var labels = new TreeMap<String, String>();
        take('{');
        while (!is('}')) {
            String name = name(false);
            blanks();
            take('=');
            blanks();
            if (labels.put(name, value()) != null || labels.size() > MOST_LABELS) {
                throw refused("a label twice, or too many");
            }
            blanks();
            if (!is('}')) {
                take(',');
            }
        }
        take('}');
        // An empty label is the same as none, says the data model.
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    private String value() throws SourceFailed {
        take('"');
        var value = new StringBuilder();
        while (at < end && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' && at < end ? unescaped(text.charAt(at++)) : c);
        }
        take('"');
        if (value.length() > LONGEST_LABEL) {
            throw refused("a label that is too long");
        }
        return value.toString();
    }

    private static char unescaped(char c) {
        return c == 'n' ? '\n' : c;
    }

    private String word() throws SourceFailed {
        int from = at;
        while (at < end && !isBlank(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw refused("no value");
        }
        return text.substring(from, at);
    }

    private double number(String word) throws SourceFailed {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "+inf", "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(word);
        };
    }

    private double finite(String word) throws SourceFailed {
        if (!word.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            throw refused("no number");
        }
        return Double.parseDouble(word);
    }

    private void time(String word) throws SourceFailed {
        if (!word.matches("[-+]?\\d{1,19}")) {
            throw refused("no time");
        }
    }

    private void blanks() {
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private boolean is(char c) {
        blanks();
        return at < end && text.charAt(at) == c;
    }

    private void take(char c) throws SourceFailed {
        if (at >= end || text.charAt(at) != c) {
            throw refused("no " + c);
        }
        at++;
    }

    private SourceFailed refused(String reason) {
        int from = text.lastIndexOf('\n', Math.max(0, Math.min(at, text.length() - 1) - 1)) + 1;
        long line = text.substring(0, Math.min(from, text.length())).lines().count() + 1;
        String shown = text.substring(Math.min(from, end), Math.min(end, from + LONGEST_SHOWN));
        return new SourceFailed(
                SnmpFailure.MALFORMED, "line " + line + ": " + reason + ": " + shown.replaceAll("\\p{Cntrl}", "?"));
    }
}
