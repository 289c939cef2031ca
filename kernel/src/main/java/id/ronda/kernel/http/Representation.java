package id.ronda.kernel.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which form a list is answered: as {@code ?format=} says, for a link cannot set a header, or else as {@code Accept} prefers. */
enum Representation {
    JSON("application/json", "application/json"),
    CSV("text/csv", "text/csv; charset=utf-8; header=present"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static final String PARAMETER = "format";

    private final String type;
    private final String contentType;

    Representation(String type, String contentType) {
        this.type = type;
        this.contentType = contentType;
    }

    /** What the request wants; empty if it names a form that there is not. */
    static Optional<Representation> of(RoutingContext ctx) {
        @Nullable String named = ctx.queryParams().get(PARAMETER);
        return named == null
                ? Optional.of(preferred(ctx.parsedHeaders().accept()))
                : List.of(values()).stream()
                        .filter(each -> each.word().equals(named))
                        .findFirst();
    }

    private static Representation preferred(List<MIMEHeader> accepted) {
        for (MIMEHeader each : accepted) {
            String wanted = each.component() + "/" + each.subComponent();
            for (Representation form : values()) {
                if (each.weight() > 0 && form.matches(wanted)) {
                    return form;
                }
            }
        }
        return JSON;
    }

    private boolean matches(String wanted) {
        return wanted.equals(type)
                || (this == JSON && (wanted.equals("*/*") || wanted.equals("application/*")))
                || (this == CSV && wanted.equals("text/*"));
    }

    /** Its name in {@code ?format=} and as the ending of a file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its media type. */
    String type() {
        return type;
    }

    /** What stands in {@code Content-Type}. */
    String contentType() {
        return contentType;
    }
}
