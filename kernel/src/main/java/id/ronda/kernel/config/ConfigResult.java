package id.ronda.kernel.config;

import java.util.List;

/** What became of reading the configuration. */
public sealed interface ConfigResult<T> {

    /** Everything was right. */
    record Read<T>(T config) implements ConfigResult<T> {}

    /** Something was wrong: one sentence each, with the key and where it stands. */
    record Refused<T>(List<String> problems) implements ConfigResult<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
