package id.ronda.dashboards.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one act changed, as far as it stands on one page.
 *
 * @param at when its newest entry was written
 * @param from the address it came from; null for what came from inside
 * @param with the session and the program that were used; empty where not known
 * @param actorPath what else the actor did; null where nobody knows him
 * @param path the whole act
 * @param lines its entries, newest first
 */
public record TrailAct(
        Instant at,
        @Nullable String from,
        String with,
        String actor,
        @Nullable String actorPath,
        String path,
        List<TrailLine> lines) {}
