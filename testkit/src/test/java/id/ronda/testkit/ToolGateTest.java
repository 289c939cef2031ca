package id.ronda.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventStatistics;

final class ToolGateTest {

    private static final String REQUIRED = "ronda.tools.required";

    /** Run only by the test below. */
    static final class NeedsMuch {

        @Test
        @RequiresTool("sh")
        void has_it() {
            assertThat(ToolGate.find("sh")).isPresent();
        }

        @Test
        @RequiresTool({"sh", "no-such-program"})
        void lacks_it() {
            assertThat(ToolGate.find("no-such-program")).as("must not run").isPresent();
        }
    }

    @Test
    void missing_tool_is_skipped_or_failed_as_demanded() {
        assertThat(ToolGate.find("no-such-program")).isEmpty();
        counts(false, 1, 0);
        counts(true, 0, 1);
    }

    private static void counts(boolean required, int skipped, int failed) {
        String before = System.getProperty(REQUIRED, "false");
        System.setProperty(REQUIRED, String.valueOf(required));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(NeedsMuch.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(statistics -> expected(statistics, skipped, failed));
        } finally {
            System.setProperty(REQUIRED, before);
        }
    }

    private static void expected(EventStatistics statistics, int skipped, int failed) {
        statistics.succeeded(1).skipped(skipped).failed(failed);
    }
}
