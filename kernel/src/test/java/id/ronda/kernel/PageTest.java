package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void one_row_more_than_the_limit_gives_a_next_page() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);

        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), "2"));
    }

    @Test
    void last_page_has_no_next() {
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf).next()).isNull();
        assertThat(Page.of(List.of(), 2, String::valueOf).items()).isEmpty();
    }
}
