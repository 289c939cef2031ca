package id.ronda.collector;

import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListField;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;

/** The time series as a list that is filtered and sorted. */
@FunctionalInterface
public interface SeriesList {

    /** What a request may ask. */
    ListGrammar GRAMMAR = ListGrammar.of(ListField.id("device"), ListField.code("metric"), ListField.text("instance"));

    /** One page of what is in reach. */
    Future<Page<Series>> list(Reach reach, ListQuery query);
}
