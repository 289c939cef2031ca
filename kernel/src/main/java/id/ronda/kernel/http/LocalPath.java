package id.ronda.kernel.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of this server that somebody is led on to: never another host, whatever a link says. */
public final class LocalPath {

    /** Browsers read {@code //host} and {@code /\host} as another host, and drop tabs and line ends before they look. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[ -~&&[^\\\\]]{0,500}");

    private LocalPath() {}

    /** The path with its query if it is one of this server's, else the start page. */
    public static String of(@Nullable String to) {
        return to != null && OWN.matcher(to).matches() ? to : "/";
    }
}
