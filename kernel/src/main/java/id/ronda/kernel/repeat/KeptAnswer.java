package id.ronda.kernel.repeat;

import java.util.Map;

/**
 * An answer as it was given.
 *
 * @param headers those that belong to it, by name
 */
public record KeptAnswer(int status, Map<String, String> headers, String body) {

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
