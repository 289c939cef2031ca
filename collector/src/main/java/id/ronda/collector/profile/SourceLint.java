package id.ronda.collector.profile;

import id.ronda.collector.source.SourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the names of text sources in a profile: whether there can be such a variable or metric, and such a label. */
final class SourceLint {
    /** The first words of NUT's variables (RFC 9271, 5). */
    private static final Set<String> NUT_DOMAINS = Set.of(
            "ambient", "battery", "device", "driver", "experimental", "input", "outlet", "output", "server", "ups");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z]+:.*");
    private static final Pattern LABEL = Pattern.compile("label\\.[a-zA-Z_][a-zA-Z0-9_]*(@(.*))?");

    private SourceLint() {}

    /** The findings about an object or column of a profile. */
    static List<String> check(String oid, Measurement said) {
        var findings = new ArrayList<String>();
        name(oid).ifPresent(findings::add);
        places(said).distinct().forEach(place -> place(place, findings));
        if (said.words() && said.states() == null) {
            findings.add(oid + ": words without states");
        }
        return findings;
    }

    private static Optional<String> name(String name) {
        if (!SourceNames.isName(name)) {
            return SCHEME.matcher(name).matches()
                    ? Optional.of(name + ": unknown prefix; a name begins with nut: or prom:")
                    : Optional.empty();
        }
        try {
            SourceNames.column(name);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        String domain = name.substring(name.indexOf(':') + 1).replaceFirst("\\..*", "");
        return name.startsWith("nut:") && !domain.isEmpty() && !NUT_DOMAINS.contains(domain)
                ? Optional.of(name + ": NUT has no variables of " + domain)
                : Optional.empty();
    }

    private static void place(String place, List<String> findings) {
        var label = LABEL.matcher(place);
        if (label.matches()) {
            if (label.group(2) != null) {
                name(label.group(2)).ifPresent(findings::add);
            }
        } else if (place.startsWith("label")) {
            findings.add(place + ": no label");
        } else {
            name(place.replaceFirst("@\\d+$", "")).ifPresent(findings::add);
        }
    }

    private static Stream<String> places(Measurement said) {
        var names =
                Stream.concat(said.name().stream(), said.instance().stream()).flatMap(n -> n.places().stream());
        var conditions = said.when().stream().map(Condition::column);
        var kind = said.kind() == null
                ? Stream.<String>empty()
                : Stream.of(said.kind().column());
        var magnitude = said.magnitude() == null ? Stream.<String>empty() : places(said.magnitude());
        return Stream.of(names, conditions, kind, magnitude, said.sum().stream())
                .flatMap(s -> s);
    }

    private static Stream<String> places(Magnitude magnitude) {
        var single = Stream.of(
                        magnitude.prefix(),
                        magnitude.precision(),
                        magnitude.exponent(),
                        magnitude.factor(),
                        magnitude.divisor())
                .filter(Objects::nonNull);
        return Stream.of(single, magnitude.percentOf().stream(), magnitude.remainderOf().stream())
                .flatMap(s -> s);
    }
}
