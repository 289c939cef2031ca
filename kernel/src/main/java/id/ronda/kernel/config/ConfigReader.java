package id.ronda.kernel.config;

import id.ronda.kernel.PlainDuration;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration into an interface annotated with {@link io.smallrye.config.ConfigMapping}. Sources in order:
 * command line, environment ({@code ronda.database.url} is {@code RONDA_DATABASE_URL}), file, defaults. All that is wrong
 * is told at once; a key nobody knows is never passed over, for it is mostly a known one misspelt.
 */
public final class ConfigReader {

    private static final int COMMAND_LINE = 400;
    private static final int ENVIRONMENT = 300;
    private static final int FILE = 200;
    private static final int CONVERTER_PRIORITY = 200;

    private ConfigReader() {}

    /**
     * Reads the configuration with this process's environment.
     *
     * @param mapping the interface to fill
     * @param file a {@code .properties} file in UTF-8, or null
     * @param commandLine full keys with their values
     */
    public static <T> ConfigResult<T> read(Class<T> mapping, @Nullable Path file, Map<String, String> commandLine) {
        return read(mapping, file, commandLine, new ProcessEnvironment().getProperties());
    }

    /** Reads the configuration with the environment given. */
    public static <T> ConfigResult<T> read(
            Class<T> mapping, @Nullable Path file, Map<String, String> commandLine, Map<String, String> environment) {
        ConfigClass target = ConfigClass.configClass(mapping);
        KnownKeys known = new KnownKeys(ConfigMappings.getProperties(target).keySet());
        List<String> problems = new ArrayList<>();
        Map<String, String> fromFile = file == null ? Map.of() : load(file, problems);
        problems.addAll(known.unknown(fromFile.keySet(), "in " + file));
        problems.addAll(known.unknown(commandLine.keySet(), "on the command line"));
        problems.addAll(known.unknownVariables(environment.keySet()));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(new HashMap<>(commandLine), "command line", COMMAND_LINE),
                        new PropertiesConfigSource(known.fromVariables(environment), "environment", ENVIRONMENT),
                        new PropertiesConfigSource(new HashMap<>(fromFile), "file", FILE))
                .withConverter(Duration.class, CONVERTER_PRIORITY, PlainDuration::parse)
                .withMapping(target)
                .withValidateUnknown(false);
        return build(builder, mapping, problems);
    }

    private static <T> ConfigResult<T> build(SmallRyeConfigBuilder builder, Class<T> mapping, List<String> problems) {
        try {
            T config = builder.build().getConfigMapping(mapping);
            return problems.isEmpty() ? new ConfigResult.Read<>(config) : new ConfigResult.Refused<>(problems);
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.add(withoutCodes(e.getProblem(i).getMessage()));
            }
            return new ConfigResult.Refused<>(problems);
        }
    }

    /** Takes the library's message numbers and exception names out of its sentences. */
    private static String withoutCodes(String message) {
        return message.replaceAll("[a-zA-Z.]+Exception: ", "").replaceAll("SRCFG\\d+: ?", "");
    }

    private static Map<String, String> load(Path file, List<String> problems) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("the configuration file " + file + " cannot be read: " + e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    /** The library's view of this process's environment. */
    private static final class ProcessEnvironment extends EnvConfigSource {

        private static final long serialVersionUID = 1L;
    }
}
