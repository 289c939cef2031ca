package id.ronda.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place between two devices of a sorted list. A device whose place changes meanwhile may be met twice or not at all.
 *
 * @param key what the device at that place is sorted by
 * @param id  of that device
 * @param backwards whether the page before it is meant, not the one behind
 */
public record DevicePosition(String key, long id, boolean backwards) {

    private static final Pattern TEXT = Pattern.compile("([fb])(\\d{1,18})\\.([A-Za-z0-9_-]{0,2000})");

    /** As it stands in an address. */
    public String text() {
        return (backwards ? "b" : "f")
                + id
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** What {@link #text} made, or empty if it is something else. */
    public static Optional<DevicePosition> parse(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : TEXT.matcher(text)
                        .results()
                        .findFirst()
                        .filter(found -> found.end() == text.length() && found.start() == 0)
                        .flatMap(DevicePosition::of);
    }

    private static Optional<DevicePosition> of(MatchResult found) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(found.group(3)), UTF_8);
            return key.contains("\0")
                    ? Optional.empty()
                    : Optional.of(new DevicePosition(
                            key, Long.parseLong(found.group(2)), found.group(1).equals("b")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
