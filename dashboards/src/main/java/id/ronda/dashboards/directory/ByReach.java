package id.ronda.dashboards.directory;

import id.ronda.collector.Reach;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One reading for each reach: those who see the same share it, and nobody shares it with one who sees more. */
public final class ByReach<T> {

    /** More than a regency has offices; the reach that nobody asked for the longest is forgotten. */
    static final int MOST = 256;

    private final Function<Reach, T> make;
    private final Map<Reach, T> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reach, T> eldest) {
            return size() > MOST;
        }
    };

    /** @param make what is shared by all of one reach */
    public ByReach(Function<Reach, T> make) {
        this.make = make;
    }

    /** What those of that reach share. */
    public synchronized T of(Reach reach) {
        return made.computeIfAbsent(reach, make);
    }
}
