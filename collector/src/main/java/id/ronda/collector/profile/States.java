package id.ronda.collector.profile;

import id.ronda.collector.ReadingState;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.StateMap.Meaning;
import java.util.HashMap;
import java.util.Map;

/** The numbers of a state object, each under what it means to the one who watches: number to the MIB's label. */
public record States(
        Map<Integer, String> ok,
        Map<Integer, String> warning,
        Map<Integer, String> critical,
        Map<Integer, String> unknown) {

    public States {
        ok = Absent.map(ok);
        warning = Absent.map(warning);
        critical = Absent.map(critical);
        unknown = Absent.map(unknown);
    }

    StateMap toStateMap() {
        var meanings = new HashMap<Integer, Meaning>();
        unknown.forEach((number, label) -> meanings.put(number, new Meaning(label, ReadingState.UNKNOWN)));
        ok.forEach((number, label) -> meanings.put(number, new Meaning(label, ReadingState.OK)));
        warning.forEach((number, label) -> meanings.put(number, new Meaning(label, ReadingState.WARNING)));
        critical.forEach((number, label) -> meanings.put(number, new Meaning(label, ReadingState.CRITICAL)));
        return new StateMap(meanings);
    }

    /** Numbers that stand under more than one meaning. */
    java.util.Set<Integer> ambiguous() {
        var seen = new java.util.HashSet<Integer>();
        var twice = new java.util.TreeSet<Integer>();
        java.util.stream.Stream.of(ok, warning, critical, unknown)
                .flatMap(m -> m.keySet().stream())
                .filter(n -> !seen.add(n))
                .forEach(twice::add);
        return twice;
    }
}
