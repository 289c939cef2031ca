package id.ronda.kernel.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Forwarded} (RFC 7239): what one proxy tells of who was connected to it.
 *
 * @param node who was; an address, {@code unknown}, a hidden name, or empty
 */
record ForwardedHop(
        String node, @Nullable String scheme, @Nullable String host) {

    /**
     * Reads the elements, the client's first. Cut from the right, where the trusted proxy writes: a quote that a stranger left open
     * further left must not swallow what follows it.
     */
    static List<ForwardedHop> parse(String header) {
        List<ForwardedHop> hops = new ArrayList<>();
        boolean quoted = false;
        int end = header.length();
        for (int i = header.length() - 1; i >= 0; i--) {
            char letter = header.charAt(i);
            quoted ^= letter == '"';
            if (letter == ',' && !quoted) {
                add(hops, header.substring(i + 1, end));
                end = i;
            }
        }
        add(hops, header.substring(0, end));
        return hops.reversed();
    }

    private static void add(List<ForwardedHop> hops, String element) {
        if (!element.isBlank()) {
            hops.add(element(element));
        }
    }

    private static ForwardedHop element(String element) {
        return new ForwardedHop(
                Objects.requireNonNullElse(parameter(element, "for"), ""),
                parameter(element, "proto"),
                parameter(element, "host"));
    }

    private static @Nullable String parameter(String element, String name) {
        for (String pair : element.split(";", -1)) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals(name)) {
                return parts[1].replace("\"", "").strip();
            }
        }
        return null;
    }
}
