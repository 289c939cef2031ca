package id.ronda.collector.profile;

import java.util.List;
import java.util.stream.Stream;

/** Lists behind each other. */
final class Lists {
    private Lists() {}

    static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
