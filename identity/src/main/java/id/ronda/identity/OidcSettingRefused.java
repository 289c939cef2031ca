package id.ronda.identity;

/** A setting of the OpenID provider that cannot be; the message names its key and says what it must be. */
public final class OidcSettingRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param key without its prefix {@code ronda.oidc} */
    public OidcSettingRefused(String key, String why) {
        super("ronda.oidc." + key + ": " + why);
    }
}
