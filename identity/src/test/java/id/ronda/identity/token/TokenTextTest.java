package id.ronda.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class TokenTextTest {

    @Property(tries = 300)
    void madeToken_isWellFormed_andAnyOtherSignInItsPlaceIsNot(
            @ForAll long seed,
            @ForAll @IntRange(min = 6, max = 54) int place,
            @ForAll @CharRange(from = 'a', to = 'z') char other) {
        String token = TokenText.make(new Random(seed)).reveal();

        assertThat(token).matches("ronda_[0-9A-Za-z]{49}");
        assertThat(TokenText.isWellFormed(new Secret(token))).isTrue();
        String changed = token.substring(0, place) + other + token.substring(place + 1);
        assertThat(TokenText.isWellFormed(new Secret(changed))).isEqualTo(changed.equals(token));
    }

    @Property(tries = 300)
    void anyText_isNoToken(@ForAll String text) {
        assertThat(TokenText.isWellFormed(new Secret(text))).isFalse();
    }
}
