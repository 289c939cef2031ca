package id.ronda.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomWordTest {

    @Property(tries = 200)
    void wordForPeople_isTheSameHoweverItIsTyped(@ForAll long seed) {
        var word = RandomWord.forPeople(new Random(seed));

        assertThat(word.reveal()).matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}");
        String typed = word.reveal().replace("-", " ").replace('0', 'O').replace('1', 'l');
        assertThat(RandomWord.typed(" " + typed)).isEqualTo(word);
    }

    @Property(tries = 200)
    void base62_hasOneTextForOneNumber(@ForAll long one, @ForAll long other) {
        String first = RandomWord.base62(BigInteger.valueOf(one).abs(), 11);
        String second = RandomWord.base62(BigInteger.valueOf(other).abs(), 11);

        assertThat(first).hasSize(11);
        assertThat(first.equals(second))
                .isEqualTo(BigInteger.valueOf(one)
                        .abs()
                        .equals(BigInteger.valueOf(other).abs()));
    }

    @Property(tries = 100)
    void wordForMachines_has43Signs(@ForAll long seed) {
        assertThat(RandomWord.forMachines(new Random(seed)).reveal()).matches("[0-9A-Za-z]{43}");
    }
}
