package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/** Text from outside as the trail can keep it: PostgreSQL takes no NUL, and nobody reads a kilobyte of a program's name. */
final class AuditText {

    private static final int REPLACEMENT = 0xFFFD;

    private AuditText() {}

    /**
     * Control characters and halves of characters become the replacement character; what is too long ends in an ellipsis.
     *
     * @param longest in code points
     */
    static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(longest).map(AuditText::readable).forEach(clean::appendCodePoint);
        if (text.codePointCount(0, text.length()) > longest) {
            clean.setLength(clean.offsetByCodePoints(clean.length(), -1));
            clean.append('…');
        }
        return clean.toString();
    }

    static @Nullable String cleanOrNull(@Nullable String text, int longest) {
        return text == null ? null : clean(text, longest);
    }

    private static int readable(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half || Character.isISOControl(point) ? REPLACEMENT : point;
    }
}
