package id.ronda.dashboards.notice;

import io.vertx.core.Future;
import java.util.List;

/** One kind of things that a person should know. A module that has more of them brings another source. */
@FunctionalInterface
public interface NoticeSource {

    /** What this person should know and may see, the most pressing first. */
    Future<List<Notice>> of(Onlooker onlooker);
}
