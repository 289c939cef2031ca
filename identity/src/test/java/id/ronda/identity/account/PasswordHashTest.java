package id.ronda.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.identity.PasswordCost;
import id.ronda.kernel.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private static final PasswordCost CHEAP = new PasswordCost(64, 1);

    /** Made with the reference program: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1}. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void storedHash_isReadAndRecognisesItsPassword() {
        var hash = PasswordHash.of(new Secret("gajah terbang"), CHEAP, new SecureRandom());

        var read = PasswordHash.parse(hash.text());

        assertThat(read.matches(new Secret("gajah terbang"))).isTrue();
        assertThat(read.matches(new Secret("gajah terbanG"))).isFalse();
        assertThat(read.cost()).isEqualTo(CHEAP);
        assertThat(hash.text()).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hash).hasToString("***");
    }

    @Test
    void samePassword_hasAnotherHashEachTime() {
        var random = new SecureRandom();

        assertThat(PasswordHash.of(new Secret("a"), CHEAP, random).hash())
                .isNotEqualTo(PasswordHash.of(new Secret("a"), CHEAP, random).hash());
    }

    @Test
    void hashOfTheReferenceProgram_isRecognised() {
        assertThat(PasswordHash.parse(REFERENCE).matches(new Secret("password")))
                .isTrue();
    }

    @Test
    void unknownForm_isRefused() {
        assertThatThrownBy(() -> PasswordHash.parse("$2a$10$abc")).hasMessageContaining("user recover");
    }
}
