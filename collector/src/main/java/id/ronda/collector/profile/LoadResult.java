package id.ronda.collector.profile;

import java.util.List;

/** What became of one profile file. */
public sealed interface LoadResult {
    /** The name of the file, without its folder. */
    String file();

    /** The file holds a profile. */
    record Loaded(String file, Profile profile) implements LoadResult {}

    /** The file is not used; the others are. */
    record Rejected(String file, List<Problem> problems) implements LoadResult {}

    /** One thing wrong with a file, and where: line 0 is the whole file. */
    record Problem(int line, String reason) {}
}
