package id.ronda.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.list.ListGrammar;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a list can be asked with what the description of the API says of it. */
public final class ListParameters {

    private ListParameters() {}

    /** The query parameters that a GET of the path has in the document. */
    public static Set<String> described(JsonNode document, String path) {
        Set<String> names = new TreeSet<>();
        document.path("paths").path(path).path("get").path("parameters").forEach(each -> {
            JsonNode ref = each.path("$ref");
            JsonNode parameter = ref.isTextual() ? document.at(ref.textValue().substring(1)) : each;
            names.add(parameter.path("name").asText());
        });
        return names;
    }

    /** Those that the grammar reads. */
    public static Set<String> of(ListGrammar grammar) {
        Set<String> names = new TreeSet<>(grammar.parameters());
        names.addAll(Set.of("limit", "after", "sort", "format"));
        return names;
    }
}
