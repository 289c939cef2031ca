package id.ronda.dashboards.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether pages are light or dark. It is known before the page is sent, so that none flashes in the other one first. */
enum Theme {
    /** As the reader's system says. */
    AUTO("(prefers-color-scheme: dark)", "light dark"),
    LIGHT("not all", "light"),
    DARK("all", "dark");

    private final String darkMedia;
    private final String scheme;

    Theme(String darkMedia, String scheme) {
        this.darkMedia = darkMedia;
        this.scheme = scheme;
    }

    /** The media query under which the dark colours hold. */
    String darkMedia() {
        return darkMedia;
    }

    /** What the browser's own controls are drawn for: CSS {@code color-scheme}. */
    String scheme() {
        return scheme;
    }

    /** Its name in addresses, the cookie and the keys of its words. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or empty if there is none. */
    static Optional<Theme> ofCode(@Nullable String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }

    /** The one chosen in the address, else in the cookie, else as the system says. */
    static Theme chosen(@Nullable String parameter, @Nullable String cookie) {
        return ofCode(parameter).or(() -> ofCode(cookie)).orElse(AUTO);
    }
}
