package id.ronda.identity.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as an SVG image: black on white whatever the page's colours, since telephones want it so. */
final class QrSvg {

    /** Light modules around the code, as the standard asks. */
    static final int QUIET_ZONE = 4;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private QrSvg() {}

    /**
     * The image; a module is one unit wide.
     *
     * @throws IllegalArgumentException for what is no ASCII, which readers take for different letters, or too long
     */
    static String of(String text) {
        if (!US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a QR code of ASCII alone is read by every telephone");
        }
        BitMatrix modules = modules(text);
        int width = modules.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + width
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + width + "v" + width
                + "H0z\"/><path fill=\"#000\" d=\"" + path(modules) + "\"/></svg>";
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("longer than a QR code can hold", e);
        }
    }

    /** One rectangle for each run of dark modules. */
    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = run(modules, x, y);
                if (run > 0) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        return path.toString();
    }

    private static int run(BitMatrix modules, int from, int y) {
        int x = from;
        while (x < modules.getWidth() && modules.get(x, y)) {
            x++;
        }
        return x - from;
    }
}
