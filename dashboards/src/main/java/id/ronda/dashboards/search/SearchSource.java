package id.ronda.dashboards.search;

import io.vertx.core.Future;
import java.util.List;

/** One kind of things that can be found. A module whose things have pages brings one. */
@FunctionalInterface
public interface SearchSource {

    /** Most hits of one kind: what is not among them wants another word. */
    int MOST = 8;

    /** What matches all of the words, the best first, with a number of statements that does not grow with what there is. */
    Future<List<Hit>> find(Question question);
}
