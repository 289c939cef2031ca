package id.ronda.collector;

import id.ronda.collector.profile.LoadResult;
import id.ronda.collector.profile.ProfileLint;
import id.ronda.collector.profile.ProfileLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks device profiles as {@code ronda profiles lint} does: everything that the collector would complain of, and more. */
public final class ProfilesCheck {

    private ProfilesCheck() {}

    /** One thing to mend; line 0 is the whole file. */
    public record Finding(String file, int line, String reason) {

        /** As compilers write it, so that editors jump there. */
        @Override
        public String toString() {
            return file + ":" + (line == 0 ? "" : line + ":") + " " + reason;
        }
    }

    /**
     * What was found.
     *
     * @param files that were looked at
     * @param findings none if all is well
     */
    public record Result(int files, List<Finding> findings) {}

    /** The profiles in the program. */
    public static Result shipped() {
        var shipped = new ProfileLoader().shipped();
        return result(shipped.size(), shipped);
    }

    /** The {@code *.yaml} files of a folder, which may use the profiles in the program. */
    public static Result folder(Path folder) {
        var loader = new ProfileLoader();
        var own = loader.folder(folder);
        return result(
                own.size(),
                Stream.concat(loader.shipped().stream(), own.stream()).toList());
    }

    private static Result result(int files, List<LoadResult> loaded) {
        return new Result(
                files,
                ProfileLint.check(loaded).stream()
                        .map(f -> new Finding(f.file(), f.line(), f.reason()))
                        .toList());
    }
}
