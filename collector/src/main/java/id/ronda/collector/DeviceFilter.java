package id.ronda.collector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which devices somebody wants to see; what is null is any.
 *
 * @param words all of them must occur somewhere in what is written of the device, in any case; empty: any device
 * @param unit exactly that office
 * @param location exactly that place
 * @param tag one of its tags
 */
public record DeviceFilter(
        String words,
        @Nullable DeviceStatus status,
        @Nullable DeviceClass deviceClass,
        @Nullable String unit,
        @Nullable String location,
        @Nullable String tag) {

    /** Of a longer text the rest is ignored: nobody types it. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;

    /** All devices. */
    public static final DeviceFilter ALL = new DeviceFilter("", null, null, null, null, null);

    public DeviceFilter {
        words = clean(words);
        unit = unit == null ? null : clean(unit);
        location = location == null ? null : clean(location);
        tag = tag == null ? null : clean(tag);
    }

    /** The same with that state, or any if null. */
    public DeviceFilter withStatus(@Nullable DeviceStatus other) {
        return new DeviceFilter(words, other, deviceClass, unit, location, tag);
    }

    /** The words one by one, in lower case. */
    public List<String> eachWord() {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                        .limit(MOST_WORDS)
                        .toList();
    }

    /** Without what no text in the database can hold. */
    private static String clean(String text) {
        String clean = text.replace("\0", "").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
