package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class SecretTest {

    record Login(String user, Secret password) {}

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void text_and_json_show_stars_only() throws JsonProcessingException {
        Login login = new Login("siti", new Secret("rahasia"));

        assertThat(login.toString()).contains("siti").doesNotContain("rahasia");
        assertThat(json.writeValueAsString(login)).isEqualTo("{\"user\":\"siti\",\"password\":\"***\"}");
    }

    @Test
    void json_can_bring_one_in() throws JsonProcessingException {
        Login login = json.readValue("{\"user\":\"siti\",\"password\":\"rahasia\"}", Login.class);

        assertThat(login.password().reveal()).isEqualTo("rahasia");
    }

    @Test
    void equal_words_are_equal() {
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
    }
}
