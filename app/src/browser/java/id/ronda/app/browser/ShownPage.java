package id.ronda.app.browser;

import org.jspecify.annotations.Nullable;

/** A page that {@link EveryPageTest} looks at. A new page joins by one line. */
enum ShownPage {
    OVERVIEW("/"),
    DEVICES("/perangkat"),
    ROUTER("/devices/{core-router}"),
    UPS("/devices/{ups-a}"),
    SENSOR("/devices/{sensor-ruang}"),
    EDIT_DEVICE("/devices/{core-router}/ubah"),
    ADD_DEVICES("/perangkat/tambah"),
    SEARCH("/cari?q=uplink"),
    NOTICES("/kabar"),
    ACCOUNT("/akun"),
    UNITS("/unit"),
    NEW_UNIT("/unit/baru"),
    ROLES("/peran"),
    ROLE("/peran/1"),
    TOKENS("/token"),
    USERS("/pengguna"),
    USER("/pengguna/1"),
    TRAIL("/jejak"),
    SIGN_IN("/masuk", true, null),
    PALETTE("/perangkat", false, """
            document.querySelector('[data-palette]').click();
            const words = document.getElementById('palette-words');
            words.value = 'uplink';
            words.dispatchEvent(new Event('input'));
            """);

    private final String path;
    private final boolean forNobody;
    private final @Nullable String script;

    ShownPage(String path) {
        this(path, false, null);
    }

    ShownPage(String path, boolean forNobody, @Nullable String script) {
        this.path = path;
        this.forNobody = forNobody;
        this.script = script;
    }

    /** Its path, where {@code {name}} stands for the number of the device of that name. */
    String path() {
        return path;
    }

    /** Whether it is shown only to who has not signed in. */
    boolean isForNobody() {
        return forNobody;
    }

    /** What to do on it before one looks; null for nothing. */
    @Nullable
    String script() {
        return script;
    }

    /** Whether docs/screenshots has a picture of it in that look. */
    boolean isDocumented(Look look) {
        return switch (this) {
            case OVERVIEW, DEVICES, ROUTER -> look == Look.DESK_ID_LIGHT || look == Look.PHONE_ID_DARK;
            case PALETTE -> look == Look.DESK_EN_DARK;
            case UPS, ADD_DEVICES, ACCOUNT, ROLES, USERS, TRAIL, SIGN_IN -> look == Look.DESK_ID_LIGHT;
            case SENSOR, EDIT_DEVICE, SEARCH, NOTICES, UNITS, NEW_UNIT, ROLE, TOKENS, USER -> false;
        };
    }

    /** Its name in file names: {@code add-devices}. */
    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
