package id.ronda.collector.http;

import id.ronda.collector.device.PollInterval;
import id.ronda.kernel.http.FieldError;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which stretch of a series a request wants: {@code [from, to)}, the last hour if it names none. */
sealed interface SamplesRequest {

    /** A stretch that makes sense; step null: raw samples. */
    record Wanted(Instant from, Instant to, @Nullable Duration step) implements SamplesRequest {}

    /** Parameters that make none. */
    record Refused(List<FieldError> errors) implements SamplesRequest {}

    /** The stretch of a request that names only one end, or none. */
    Duration USUAL = Duration.ofHours(1);

    /** No sample is older than the clock's zero. */
    Instant EARLIEST = Instant.EPOCH;

    /** RFC 3339 has years of four digits; milliseconds of times far behind fit into no long, nor into the database. */
    Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Reads query parameters. A request that names {@code to} alone gets the hour before it. */
    static SamplesRequest parse(MultiMap query, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Instant to = time(query, "to", errors).orElse(now);
        Instant from = time(query, "from", errors).orElseGet(() -> hourBefore(to));
        @Nullable Duration step = step(query, errors);
        if (errors.isEmpty() && !from.isBefore(to)) {
            boolean told = query.contains("to");
            errors.add(new FieldError(
                    "from",
                    "must be before " + (told ? "\"to\"" : "now"),
                    "harus sebelum " + (told ? "\"to\"" : "saat ini")));
        }
        return errors.isEmpty() ? new Wanted(from, to, step) : new Refused(errors);
    }

    private static Instant hourBefore(Instant to) {
        return to.isBefore(EARLIEST.plus(USUAL)) ? EARLIEST : to.minus(USUAL);
    }

    private static Optional<Instant> time(MultiMap query, String name, List<FieldError> errors) {
        String text = query.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            // A plus sign that was not escaped arrives as a blank.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                errors.add(new FieldError(
                        name, "must lie in the years 1970 to 9999", "harus dalam tahun 1970 sampai 9999"));
            }
            return Optional.of(time);
        } catch (DateTimeException e) {
            errors.add(new FieldError(
                    name,
                    "must be a time like 2026-11-21T04:00:00Z (RFC 3339)",
                    "harus waktu seperti 2026-11-21T04:00:00Z (RFC 3339)"));
            return Optional.empty();
        }
    }

    private static @Nullable Duration step(MultiMap query, List<FieldError> errors) {
        String text = query.get("step");
        Optional<Duration> step = text == null ? Optional.empty() : PollInterval.parse(text);
        if (text != null && step.isEmpty()) {
            errors.add(new FieldError("step", PollInterval.REASONS));
        }
        return step.orElse(null);
    }
}
