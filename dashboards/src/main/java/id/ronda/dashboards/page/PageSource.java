package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.page.PageFrame.Section;
import id.ronda.dashboards.search.Hit;
import id.ronda.dashboards.search.Question;
import id.ronda.dashboards.search.SearchSource;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.Messages;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that the caller may open, by their names in either language: who learned one of them types it in the other. */
final class PageSource implements SearchSource {

    @Override
    public Future<List<Hit>> find(Question question) {
        List<String> words = List.of(question.words().toLowerCase(Locale.ROOT).split("\\s+"));
        return Future.succeededFuture(Arrays.stream(Place.values())
                .filter(place -> place.section() != Section.NONE && place.admits(question.caller()))
                .filter(place -> words.stream().allMatch(names(place)::contains))
                .map(place -> hit(place, question.language()))
                .toList());
    }

    private static Hit hit(Place place, Language language) {
        Messages messages = Messages.of(language);
        return new Hit(
                "page", messages.say(place.key()), messages.say(place.section().key()), place.path());
    }

    private static String names(Place place) {
        return Stream.of(Language.values())
                .map(language -> Messages.of(language).say(place.key()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
