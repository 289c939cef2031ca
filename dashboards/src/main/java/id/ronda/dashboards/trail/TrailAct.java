package id.ronda.dashboards.trail;

import id.ronda.dashboards.text.BrowserName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one act changed, as far as it stands on one page.
 *
 * @param at when its newest entry was written
 * @param from the address it came from; null for what came from inside
 * @param session by what the actor showed who he is, in words; null where not known
 * @param agent the program that was used, as it calls itself; null where not known
 * @param actorPath what else the actor did; null where nobody knows him
 * @param path the whole act
 * @param lines its entries, newest first
 */
public record TrailAct(
        Instant at,
        @Nullable String from,
        @Nullable String session,
        @Nullable String agent,
        String actor,
        @Nullable String actorPath,
        String path,
        List<TrailLine> lines) {

    /** What people call the program that was used; empty where not known. */
    public String browser() {
        return agent == null ? "" : BrowserName.of(agent);
    }
}
