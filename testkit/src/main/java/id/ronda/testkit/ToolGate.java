package id.ronda.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the tools that tests need, and decides what happens when one is missing. */
public final class ToolGate implements ExecutionCondition {

    /** Stands for the folder of recorded walks that the system property {@code ronda.recordings} names. */
    public static final String RECORDINGS = "recordings";

    private static final String REQUIRED = "ronda.tools.required";
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/sbin"),
            Path.of("/usr/local/bin"),
            Path.of("/usr/local/sbin"),
            Path.of("/bin"),
            Path.of("/sbin"),
            Path.of("/lib/nut"));

    /** The tool's program or folder, if this machine has it. */
    public static Optional<Path> find(String tool) {
        if (tool.equals(RECORDINGS)) {
            return Optional.ofNullable(System.getProperty("ronda.recordings"))
                    .map(Path::of)
                    .filter(Files::isDirectory);
        }
        return FOLDERS.stream()
                .map(folder -> folder.resolve(tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), RequiresTool.class)
                .map(needed -> Arrays.stream(needed.value())
                        .filter(tool -> find(tool).isEmpty())
                        .toList())
                .orElse(List.of());
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all tools are here");
        }
        if (Boolean.getBoolean(REQUIRED)) {
            throw new AssertionError("missing " + missing + ", and " + REQUIRED + " is true");
        }
        return ConditionEvaluationResult.disabled("missing " + missing);
    }
}
