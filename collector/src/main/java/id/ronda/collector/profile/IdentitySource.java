package id.ronda.collector.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a word about the device stands: one of the first five; a constant may stand with a sysObjectId, for which alone it holds then.
 *
 * @param oid an object
 * @param column a column, of which the first row that is not blank and fulfils {@code when} is taken
 * @param sysDescr a pattern whose first group is the word
 * @param sysObjectId a pattern whose first group is the word
 * @param constant the word itself; with {@code sysObjectId} only where that pattern is found
 * @param when condition on another column of the row
 * @param pattern finds the word in the text of the object by its first group
 * @param label of a metric of Prometheus: the word is this label of the row, not its value
 */
public record IdentitySource(
        @Nullable OidPattern oid,
        @Nullable OidPattern column,
        @Nullable Pattern sysDescr,
        @Nullable Pattern sysObjectId,
        @Nullable String constant,
        @Nullable Condition when,
        @Nullable Pattern pattern,
        @Nullable String label) {

    /** The word in the text of the object, {@code ""} if the pattern does not find it. */
    public String in(String text) {
        return pattern == null ? text : group(pattern, text);
    }

    /** The word that the fingerprint holds, {@code ""} if it does not. */
    public String in(Fingerprint device) {
        if (constant != null) {
            boolean holds = sysObjectId == null
                    || sysObjectId.matcher(device.sysObjectId()).find();
            return holds ? constant : "";
        }
        if (sysDescr != null) {
            return group(sysDescr, device.sysDescr());
        }
        return sysObjectId == null ? "" : group(sysObjectId, device.sysObjectId());
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String found = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
        return found == null ? "" : found;
    }
}
