package id.ronda.collector.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an absent key of a profile means: nothing of its kind. */
final class Absent {
    private Absent() {}

    static <T> List<T> list(@Nullable List<T> written) {
        return written == null ? List.of() : List.copyOf(written);
    }

    static <T> Set<T> set(@Nullable Set<T> written) {
        return written == null ? Set.of() : Set.copyOf(written);
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> written) {
        return written == null
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(written));
    }
}
