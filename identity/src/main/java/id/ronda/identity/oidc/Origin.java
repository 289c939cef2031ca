package id.ronda.identity.oidc;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scheme, host and port (RFC 6454): what must be the same for all that a provider names. */
record Origin(String scheme, String host, int port) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static Origin of(URI uri) {
        String scheme = lower(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        return new Origin(scheme, lower(uri.getHost()), port);
    }

    boolean isOf(URI uri) {
        return uri.getUserInfo() == null && equals(of(uri));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
