package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.kernel.Secret;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.JsonFields;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code nut} and {@code prometheus} objects of a device. */
final class TextSourceForm {

    private static final String UPS = "ups";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String PATH = "path";
    private static final String TLS = "tls";
    private static final String TOKEN = "token";
    private static final String USUAL_PATH = "/metrics";

    private static final Pattern UPS_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
    /** The letters of a path and a query (RFC 3986, 3.3 and 3.4); no fragment. */
    private static final Pattern PATH_TEXT =
            Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]-]|%[0-9A-Fa-f]{2}){0,1023}");

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]{1,1024}");
    private static final Pattern TOKEN_TEXT = Pattern.compile("[\\x21-\\x7E]{1,4096}");

    private static final Wording UPS_REASONS =
            new Wording("must be the name of a UPS on that server", "harus nama sebuah UPS di peladen itu");
    private static final Wording LINE_REASONS =
            new Wording("must be 1 to 1024 characters on one line", "harus 1 sampai 1024 karakter dalam satu baris");
    private static final Wording PATH_REASONS = new Wording(
            "must be a path as in a URL, for example /metrics", "harus jalur seperti dalam URL, misalnya /metrics");
    private static final Wording TOKEN_REASONS =
            new Wording("must be 1 to 4096 letters without blanks", "harus 1 sampai 4096 huruf tanpa spasi");

    private TextSourceForm() {}

    /** The way to that UPS, or null when something was refused. */
    static @Nullable NutAccess nut(JsonFields nut) {
        String ups = matching(nut, UPS, UPS_NAME, UPS_REASONS);
        String user = matching(nut, USER, PRINTABLE, LINE_REASONS);
        String password = matching(nut, PASSWORD, PRINTABLE, LINE_REASONS);
        if (!nut.has(UPS)) {
            nut.refuse(UPS, JsonFields.REQUIRED);
        }
        if (nut.has(USER) != nut.has(PASSWORD)) {
            nut.refuse(
                    nut.has(USER) ? PASSWORD : USER,
                    "is required: a user and a password go together",
                    "wajib diisi: user dan password selalu bersama");
        }
        return ups == null ? null : new NutAccess(ups, user, password == null ? null : new Secret(password));
    }

    /** The way to that page, or null when something was refused. */
    static @Nullable ScrapeAccess prometheus(JsonFields page) {
        String path = matching(page, PATH, PATH_TEXT, PATH_REASONS);
        boolean tls = page.booleanOr(TLS, false);
        String token = matching(page, TOKEN, TOKEN_TEXT, TOKEN_REASONS);
        if (page.has(PATH) && path == null) {
            return null;
        }
        return new ScrapeAccess(path == null ? USUAL_PATH : path, tls, token == null ? null : new Secret(token));
    }

    private static @Nullable String matching(JsonFields fields, String field, Pattern pattern, Wording otherwise) {
        return fields.optionalParsed(
                field,
                text -> Optional.of(text).filter(each -> pattern.matcher(each).matches()),
                otherwise);
    }

    /** The object that {@link #nut} would make the same of. It holds the secret: for merging only. */
    static ObjectNode write(NutAccess access) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(UPS, access.ups())
                .put(USER, access.user())
                .put(PASSWORD, revealed(access.password()));
    }

    /** The object that {@link #prometheus} would make the same of. It holds the secret: for merging only. */
    static ObjectNode write(ScrapeAccess access) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(PATH, access.path())
                .put(TLS, access.tls())
                .put(TOKEN, revealed(access.token()));
    }

    private static @Nullable String revealed(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }
}
