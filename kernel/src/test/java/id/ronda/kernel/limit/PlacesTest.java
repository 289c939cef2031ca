package id.ronda.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlacesTest {

    private final Places places = new Places(2);

    @Test
    void eachNameHasItsOwn() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isTrue();
    }

    @Test
    void freedPlaceIsTakenAgainAndARefusedOneTookNone() {
        places.take("a");
        places.take("a");
        places.take("a");
        places.free("a");

        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
    }

    @Test
    void nothingIsKeptOfWhoHasNone() {
        places.take("a");
        places.free("a");
        places.free("a");

        assertThat(places.size()).isZero();
    }
}
