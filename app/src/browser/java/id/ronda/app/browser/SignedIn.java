package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Signs the first administrator of a fresh data folder in, so that every page of the browser is his. */
final class SignedIn {

    /** The password that he chose. */
    static final String OWN = "perahu bambu hijau tujuh";

    private SignedIn() {}

    static void as(BrowserContext context, URI server, Path data) {
        String first = firstPassword(data.resolve("first-sign-in"));
        URI session = server.resolve("/api/v1/session");
        expect(
                200,
                context.request()
                        .post(
                                session.toString(),
                                RequestOptions.create().setData(Map.of("name", "admin", "password", first))));
        expect(
                204,
                context.request()
                        .put(
                                server.resolve("/api/v1/me/password").toString(),
                                RequestOptions.create().setData(Map.of("old", first, "new", OWN))));
    }

    private static void expect(int status, APIResponse answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    /** The file says who, and by which password, a line each. */
    private static String firstPassword(Path note) {
        try {
            return Files.readAllLines(note).get(1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
