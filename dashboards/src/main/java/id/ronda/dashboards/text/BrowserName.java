package id.ronda.dashboards.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call the program of a {@code User-Agent} header: {@code Chrome 156, Linux}. Every browser claims to be some others, so
 * the order in which names are looked for decides. What is known by none is told by its first word.
 */
public final class BrowserName {

    private static final Pattern VERSION = Pattern.compile("/(\\d+)");
    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\s;(]{1,40}");

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("HeadlessChrome", "Chrome");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Version", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    /** The program's name, with its version and the system where they are known; empty for an empty header. */
    public static String of(String agent) {
        String browser = BROWSERS.entrySet().stream()
                .flatMap(known -> named(agent, known.getKey(), known.getValue()).stream())
                .findFirst()
                .orElseGet(() -> firstWord(agent));
        return SYSTEMS.entrySet().stream()
                .filter(system -> agent.contains(system.getKey()))
                .findFirst()
                .map(system -> browser + ", " + system.getValue())
                .orElse(browser);
    }

    private static Optional<String> named(String agent, String mark, String name) {
        int at = agent.indexOf(mark + "/");
        if (at < 0) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(agent);
        return Optional.of(version.find(at) ? name + " " + version.group(1) : name);
    }

    private static String firstWord(String agent) {
        Matcher word = FIRST_WORD.matcher(agent);
        return word.find() ? word.group() : "";
    }
}
