package id.ronda.kernel.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all {@link ReadyCheck}s; who asks while others wait for the answer gets theirs, so that asking costs nothing. */
final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** What {@code /readyz} answers. */
    record Answer(String status, Map<String, Boolean> checks) {

        static Answer of(Map<String, Boolean> checks) {
            return new Answer(checks.containsValue(false) ? "not-ready" : "ready", checks);
        }

        boolean isReady() {
            return status.equals("ready");
        }
    }

    private final Vertx vertx;
    private final List<ReadyCheck> checks;
    private final AtomicReference<@Nullable Future<Answer>> underWay = new AtomicReference<>();

    Readiness(Vertx vertx, List<ReadyCheck> checks) {
        this.vertx = vertx;
        this.checks = List.copyOf(checks);
    }

    Future<Answer> look() {
        Promise<Answer> promise = Promise.promise();
        Future<Answer> earlier = underWay.compareAndExchange(null, promise.future());
        if (earlier != null) {
            return earlier;
        }
        vertx.executeBlocking(this::ask, false).onComplete(answer -> {
            underWay.set(null);
            promise.handle(answer);
        });
        return promise.future();
    }

    private Answer ask() {
        Map<String, Boolean> answers = new TreeMap<>();
        checks.forEach(check -> answers.put(check.name(), isReady(check)));
        return Answer.of(answers);
    }

    private static boolean isReady(ReadyCheck check) {
        try {
            return check.ready();
        } catch (RuntimeException e) {
            LOG.warn("the check '{}' failed, which counts as not ready: {}", check.name(), e.toString());
            return false;
        }
    }
}
