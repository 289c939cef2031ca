package id.ronda.kernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How facts are named and written in the outbox. */
final class FactNames {

    private static final String ROOT = "id.ronda.";

    private final Map<String, Class<? extends Fact>> classes;

    FactNames(Collection<Class<? extends Fact>> facts) {
        classes = facts.stream().collect(Collectors.toMap(FactNames::of, Function.identity()));
    }

    /** The class's name without what all share: {@code collector.SamplesStored}. */
    static String of(Class<? extends Fact> fact) {
        String name = fact.getName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }

    static String json(Fact fact) {
        try {
            return Json.mapper().writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the fact " + of(fact.getClass()) + " cannot be written as JSON", e);
        }
    }

    /** The fact, if its type is one of ours. */
    Optional<Fact> read(String type, String json) throws JsonProcessingException {
        Class<? extends Fact> known = classes.get(type);
        return known == null ? Optional.empty() : Optional.of(Json.mapper().readValue(json, known));
    }
}
