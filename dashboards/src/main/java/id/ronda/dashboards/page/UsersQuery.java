package id.ronda.dashboards.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountState;
import id.ronda.identity.UnitId;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the address of the list of accounts says. What it does not know it does not filter by. */
record UsersQuery(
        String words, @Nullable Long unit, @Nullable AccountState state, long after) {

    static final String PATH = "/pengguna";

    static UsersQuery of(MultiMap query) {
        String words = query.get("q");
        return new UsersQuery(
                words == null ? "" : words.strip(),
                number(query.get("unit")),
                Arrays.stream(AccountState.values())
                        .filter(state -> code(state).equals(query.get("state")))
                        .findFirst()
                        .orElse(null),
                Objects.requireNonNullElse(number(query.get("after")), 0L));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** A state in an address and in the keys of sentences. */
    static String code(AccountState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The accounts that it asks for, as far as somebody sees them. */
    AccountFilter filter() {
        return new AccountFilter(words.isEmpty() ? null : words, unit == null ? null : new UnitId(unit), state);
    }

    /** Whether it asks for all accounts. */
    boolean asksForAll() {
        return words.isEmpty() && unit == null && state == null;
    }

    /** The address of the page behind that account. */
    String behind(String account) {
        List<String> parameters = new ArrayList<>();
        if (!words.isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(words, UTF_8));
        }
        if (unit != null) {
            parameters.add("unit=" + unit);
        }
        if (state != null) {
            parameters.add("state=" + code(state));
        }
        parameters.add("after=" + account);
        return PATH + "?" + String.join("&", parameters);
    }
}
