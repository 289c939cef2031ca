package id.ronda.dashboards.trail;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditFilter;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TrailQueryTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final String SET = "6f1e1d6e-9c2b-4c57-8f0a-2f6f6c9e2a11";

    private static MultiMap query(String... pairs) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return query;
    }

    @Test
    void keepsItselfInItsAddress() {
        TrailQuery asked = TrailQuery.of(query(
                "actor",
                "budi & co",
                "objectType",
                "device",
                "objectId",
                "7",
                "action",
                "changed",
                "from",
                "2026-11-01",
                "to",
                "2026-11-21",
                "after",
                "123"));

        assertThat(asked.address())
                .isEqualTo("/jejak?actor=budi+%26+co&objectType=device&objectId=7&action=changed"
                        + "&from=2026-11-01&to=2026-11-21&after=123");
        assertThat(asked.first().after()).isNull();
        assertThat(asked.behind("9").address()).endsWith("&after=9");
        assertThat(asked.asksForAll()).isFalse();
        assertThat(TrailQuery.of(query()).asksForAll()).isTrue();
        assertThat(TrailQuery.of(query()).address()).isEqualTo("/jejak");
    }

    @Test
    void daysBeginAndEndOnTheOfficesClock() {
        AuditFilter filter =
                TrailQuery.of(query("from", "2026-11-21", "to", "2026-11-21")).filter(WIB);

        assertThat(filter.from()).isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
    }

    @Test
    void whatItDoesNotKnowItDoesNotFilterBy() {
        TrailQuery asked = TrailQuery.of(query(
                "actor",
                " ",
                "action",
                "eaten",
                "changeSet",
                "1x",
                "from",
                "yesterday",
                "to",
                "99999-01-01",
                "after",
                "1'"));

        assertThat(asked).isEqualTo(new TrailQuery(null, null, null, null, null, null, null, null));
    }

    @Test
    void asksTheApiForTheSameEntries() {
        TrailQuery asked = TrailQuery.of(query("action", "exported", "to", "2026-11-21", "changeSet", SET));

        assertThat(asked.action()).isEqualTo(AuditAction.EXPORTED);
        assertThat(asked.api(WIB, "csv"))
                .isEqualTo("/api/v1/audit-trail?action=exported&changeSet=" + SET
                        + "&to=2026-11-21T17%3A00%3A00Z&format=csv");
    }
}
