package id.ronda.dashboards.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources. One that cannot answer is left out and counted: the bell is no reason for a page to fail. */
public final class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);

    private final List<NoticeSource> sources;
    private final Counter failed;

    /** Asks these, in this order. */
    public NoticeDesk(List<NoticeSource> sources, MeterRegistry meters) {
        this.sources = List.copyOf(sources);
        this.failed = Counter.builder("ronda.notices.failed")
                .description("Kinds of notices that could not be read when somebody looked")
                .register(meters);
    }

    /** What this person should know, in the order of the sources. */
    public Future<List<Notice>> of(Onlooker onlooker) {
        List<Future<List<Notice>>> asked =
                sources.stream().map(source -> ask(source, onlooker)).toList();
        return Future.all(asked)
                .map(all ->
                        all.<List<Notice>>list().stream().flatMap(List::stream).toList());
    }

    private Future<List<Notice>> ask(NoticeSource source, Onlooker onlooker) {
        return source.of(onlooker).recover(cause -> {
            failed.increment();
            LOG.warn("notices of {} cannot be read", source.getClass().getSimpleName(), cause);
            return Future.succeededFuture(List.of());
        });
    }
}
