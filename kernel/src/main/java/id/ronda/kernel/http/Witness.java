package id.ronda.kernel.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/**
 * Is told what the server did with a request that has to be written down. The kernel tells it in the one place where it happens;
 * who keeps the record is handed in. Called on the event loop while the answer leaves: it neither waits nor throws.
 */
public interface Witness {

    /** Keeps nothing. */
    Witness NONE = new Witness() {
        @Override
        public void exported(RoutingContext ctx, Export export) {
            // Nobody wants to know.
        }

        @Override
        public void refused(RoutingContext ctx, RouteRule rule) {
            // Nobody wants to know.
        }
    };

    /**
     * A list that left as a file.
     *
     * @param format the file's kind, such as {@code csv}
     * @param rows how many rows it has
     * @param more whether it is one page of several
     */
    record Export(String format, int rows, boolean more) {}

    /** A list was answered as a file. */
    void exported(RoutingContext ctx, Export export);

    /** Somebody who is known was refused by this rule. */
    void refused(RoutingContext ctx, RouteRule rule);

    /** The one who watches over this request. */
    static Witness of(RoutingContext ctx) {
        return Objects.requireNonNullElse(ctx.<Witness>get(Seams.WITNESS), NONE);
    }
}
