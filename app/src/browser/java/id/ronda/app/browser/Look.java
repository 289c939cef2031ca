package id.ronda.app.browser;

/**
 * How somebody looks at a page. Four looks hold every pair of size, theme and language, so that a fault which takes two of them
 * together is seen.
 */
enum Look {
    DESK_ID_LIGHT(1366, 768, "id", "light"),
    DESK_EN_DARK(1366, 768, "en", "dark"),
    PHONE_EN_LIGHT(390, 844, "en", "light"),
    PHONE_ID_DARK(390, 844, "id", "dark");

    private final int width;
    private final int height;
    private final String language;
    private final String theme;

    Look(int width, int height, String language, String theme) {
        this.width = width;
        this.height = height;
        this.language = language;
        this.theme = theme;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What is added to the address of a page. */
    String query() {
        return "lang=" + language + "&theme=" + theme;
    }

    /** Its name in file names: {@code desk-id-light}. */
    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
