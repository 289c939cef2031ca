package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.util.ArrayList;
import java.util.List;

/** Lines of a NUT server (RFC 9271, 4): words, the last of them perhaps in quotation marks, in which a backslash escapes. */
final class NutReply {
    private NutReply() {}

    /** The words of a line, quotation marks and escapes taken away. */
    static List<String> words(String line) throws SourceFailed {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
            } else {
                var word = new StringBuilder();
                at = line.charAt(at) == '"' ? quoted(line, at + 1, word) : plain(line, at, word);
                words.add(word.toString());
            }
        }
        return words;
    }

    private static int plain(String line, int from, StringBuilder word) {
        int at = from;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            word.append(line.charAt(at++));
        }
        return at;
    }

    private static int quoted(String line, int from, StringBuilder word) throws SourceFailed {
        int at = from;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' && at + 1 < line.length() ? 1 : 0;
            word.append(line.charAt(at++));
        }
        if (at >= line.length()) {
            throw new SourceFailed(SnmpFailure.MALFORMED, "a quotation mark without its second");
        }
        return at + 1;
    }

    /** What the server's {@code ERR} means. */
    static SourceFailed error(List<String> words) {
        String code = words.size() > 1 ? words.get(1) : "";
        var failure = switch (code) {
            case "ACCESS-DENIED", "INVALID-USERNAME", "INVALID-PASSWORD", "USERNAME-REQUIRED", "PASSWORD-REQUIRED" ->
                SnmpFailure.ACCESS_DENIED;
            case "" -> SnmpFailure.MALFORMED;
            default -> SnmpFailure.SOURCE_UNAVAILABLE;
        };
        return new SourceFailed(failure, "ERR " + code);
    }
}
