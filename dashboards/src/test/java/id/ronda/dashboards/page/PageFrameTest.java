package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.page.PageFrame.Section;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.Permission;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageFrameTest {

    /** Somebody who is known and has these rights. */
    private record Somebody(Set<Right> rights) implements Caller {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public boolean may(Permission permission) {
            return rights.contains(permission);
        }
    }

    private static PageFrame frame(Caller caller) {
        PageText text = new PageText(Language.ENGLISH, ZoneId.of("Asia/Makassar"), Instant.EPOCH);
        return new PageFrame(text, Theme.AUTO, new StaticFiles(), "title", "/", Place.START, caller, List.of());
    }

    @Test
    void offersWhatTheCallerMayOpen() {
        PageFrame frame = frame(new Somebody(Set.of(Right.DEVICE_READ)));
        assertThat(frame.sections()).contains(Section.WATCH);
        assertThat(frame.places(Section.WATCH)).contains(Place.START, Place.DEVICES);
    }

    @Test
    void offersNothingToNobody() {
        assertThat(frame(Caller.ANONYMOUS).sections()).isEmpty();
    }

    @Test
    void hidesASectionOfWhichNothingMayBeOpened() {
        assertThat(frame(new Somebody(Set.of())).sections()).doesNotContain(Section.WATCH, Section.ADMINISTRATION);
    }
}
