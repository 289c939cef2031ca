package id.ronda.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs something that not every machine has. Without it the test is skipped, visibly; when the system property
 * {@code ronda.tools.required} is true it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolGate.class)
public @interface RequiresTool {

    /** Names of programs ({@code snmpd}, {@code chromium}), or {@link ToolGate#RECORDINGS}. */
    String[] value();
}
