package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitySourceTest {
    private static final Fingerprint CISCO =
            new Fingerprint("1.3.6.1.4.1.9.1.1208", "Cisco IOS Software, Version 15.2(7)E4", Map.of());

    private static IdentitySource source(
            @Nullable String sysDescr, @Nullable String sysObjectId, @Nullable String constant) {
        return new IdentitySource(null, null, pattern(sysDescr), pattern(sysObjectId), constant, null, null, null);
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text);
    }

    @Test
    void aPatternCutsTheWordOutOfTheFingerprint() {
        assertThat(source("Version (\\S+)", null, null).in(CISCO)).isEqualTo("15.2(7)E4");
        assertThat(source(null, "\\.9\\.1\\.(\\d+)$", null).in(CISCO)).isEqualTo("1208");
    }

    @Test
    void aConstantHoldsForEveryDevice() {
        assertThat(source(null, null, "Acme").in(CISCO)).isEqualTo("Acme");
    }

    @Test
    void aConstantWithASysObjectIdHoldsForThatArcOnly() {
        assertThat(source(null, "^1\\.3\\.6\\.1\\.4\\.1\\.9\\.", "Cisco").in(CISCO))
                .isEqualTo("Cisco");
        assertThat(source(null, "^1\\.3\\.6\\.1\\.4\\.1\\.2636\\.", "Juniper").in(CISCO))
                .isEmpty();
    }
}
