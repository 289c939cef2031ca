package id.ronda.kernel.export;

import org.jspecify.annotations.Nullable;

/** Text that a spreadsheet shows and never computes (OWASP, CSV Injection). */
final class SafeText {

    /** Also the wide forms of East Asian type, which some programs read as the narrow ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeText() {}

    /** Numbers keep their minus sign; only text is made harmless, by a leading apostrophe. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !(value instanceof Number) && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
