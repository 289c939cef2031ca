package id.ronda.dashboards.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The sentences of one language, from {@code messages_<code>.properties}. A sentence is a {@link MessageFormat} pattern. */
public final class Messages {

    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Messages(language, load(language)));
        }
    }

    private final Language language;
    private final Properties sentences;

    private Messages(Language language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** The sentences of that language. */
    public static Messages of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * The sentence of that key with its places filled.
     *
     * @throws IllegalArgumentException if there is no such key: a defect, found by the test that compares keys and templates
     */
    public String say(String key, Object... places) {
        return find(key, places)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no sentence '" + key + "' in messages_" + language.code() + ".properties; add it there"));
    }

    /** As {@link #say}, for keys made from names that come from outside, for example those of failures. */
    public Optional<String> find(String key, Object... places) {
        return Optional.ofNullable(sentences.getProperty(key))
                .map(pattern -> new MessageFormat(pattern, language.locale()).format(places));
    }

    /** All keys. */
    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    private static Properties load(Language language) {
        String name = "messages_" + language.code() + ".properties";
        Properties loaded = new Properties();
        try (InputStream file = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name)) {
            loaded.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "cannot read " + name + " from the program's own files: install it again", broken);
        }
        return loaded;
    }
}
