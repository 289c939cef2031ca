package id.ronda.dashboards.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Renders the templates, which were compiled with the program. Every value is escaped for the place where it stands. */
final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    /** The page as UTF-8. */
    Buffer render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, page);
        return Buffer.buffer(page.toByteArray());
    }
}
