package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListPageTest {

    private static final ListPage.Order<Integer, Long> ORDER = ListPage.Order.byNumber(Integer::longValue);

    @Property(tries = 100)
    void thePagesOneAfterTheOtherAreTheList(
            @ForAll @IntRange(min = 0, max = 30) int size, @ForAll @IntRange(min = 1, max = 12) int limit) {
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        List<Integer> read = new ArrayList<>();

        @Nullable String after = null;
        do {
            Page<Integer> page = ORDER.cut(all, after, limit).orElseThrow();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(read).isEqualTo(all);
    }

    @Test
    void theItemBeforeMayBeGone() {
        assertThat(ORDER.cut(List.of(3, 7, 9, 10), "8", 1)).contains(new Page<>(List.of(9), "9"));
        assertThat(ListPage.Order.byText(String::toString).cut(List.of("a/", "c/x"), "b/y", 5))
                .contains(new Page<>(List.of("c/x"), null));
    }

    @Test
    void whatIsNoKeyIsNoPage() {
        assertThat(ORDER.cut(List.of(3, 7), "x", 1)).isEmpty();
    }
}
