package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ListPageTest {

    @Property(tries = 100)
    void thePagesOneAfterTheOtherAreTheList(
            @ForAll @IntRange(min = 0, max = 30) int size, @ForAll @IntRange(min = 1, max = 12) int limit) {
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        List<Integer> read = new ArrayList<>();

        @Nullable String after = null;
        do {
            Page<Integer> page = ListPage.cut(all, after, limit, String::valueOf);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(read).isEqualTo(all);
    }
}
