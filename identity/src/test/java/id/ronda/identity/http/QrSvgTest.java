package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrSvgTest {

    private static final Pattern WIDTH = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Ronda%3Abudi?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Ronda",
                "x",
                "0123456789"
            })
    void image_saysWhatWasPutIn(String text) throws Exception {
        assertThat(new Decoder().decode(modules(QrSvg.of(text))).getText()).isEqualTo(text);
    }

    @Test
    void image_isQuietAtItsEdge_andHasNoStyleOfItsOwn() {
        String svg = QrSvg.of("x");

        assertThat(RUN.matcher(svg).results())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(number(run, 1)).isGreaterThanOrEqualTo(QrSvg.QUIET_ZONE));
        assertThat(svg).doesNotContain("style").doesNotContain("script");
    }

    @Test
    void whatNoCodeHolds_isRefused() {
        assertThatThrownBy(() -> QrSvg.of("x".repeat(4_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrSvg.of("Ronda – budi")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The code as a reader sees it: without the quiet zone. */
    private static BitMatrix modules(String svg) {
        int edge = QrSvg.QUIET_ZONE;
        MatchResult width = WIDTH.matcher(svg).results().findFirst().orElseThrow();
        BitMatrix modules = new BitMatrix(number(width, 1) - 2 * edge);
        RUN.matcher(svg)
                .results()
                .forEach(run -> modules.setRegion(number(run, 1) - edge, number(run, 2) - edge, number(run, 3), 1));
        return modules;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
