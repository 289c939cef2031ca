package id.ronda.collector.device;

import id.ronda.collector.device.DeviceDesk.FileResult;
import id.ronda.kernel.http.FieldError;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of devices that somebody keeps by hand or by script. Its rows add and change devices; the device of a row that
 * is gone is disabled, never deleted. A file that is missing, torn or no table of devices changes nothing.
 *
 * <p>Not for two threads at once.
 */
final class DevicesFile {

    private static final Logger LOG = LoggerFactory.getLogger(DevicesFile.class);
    private static final Editor EDITOR = Editor.system("devices file");
    private static final long MOST_BYTES = 16L << 20;

    /** A file that was written to a moment ago may still be written to: it is used when the next look sees the same. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path file;
    private final DeviceDesk desk;
    private final InstantSource clock;
    private final MeterRegistry meters;

    private byte @Nullable [] seen;
    private byte @Nullable [] judged;
    private @Nullable String used;
    private @Nullable Look last;

    DevicesFile(Path file, DeviceDesk desk, InstantSource clock, MeterRegistry meters) {
        this.file = file;
        this.desk = desk;
        this.clock = clock;
        this.meters = meters;
    }

    /** What one look at the file came to. */
    sealed interface Look {
        /** The devices are as the file says, but for rows that were refused. */
        record Used(FileResult result) implements Look {}

        /** It is as it was when it was judged last. */
        record Same() implements Look {}

        /** It was changed a moment ago; wait for the next look. */
        record Settling() implements Look {}

        /** It is not there or cannot be read. */
        record Missing(String reason) implements Look {}

        /** It is not all there. */
        record Torn(String reason) implements Look {}

        /** It is no table of devices. */
        record Unparsable(List<FieldError> errors) implements Look {}

        /** It is good, but the devices could not be stored; tried again at the next look. */
        record NotStored(String reason) implements Look {}
    }

    /** Looks at the file and does what it says. Blocks. */
    Look look() {
        Look look = judge();
        meters.counter("ronda.devices.file.looks", "result", name(look)).increment();
        if (!(look instanceof Look.Same) && !look.equals(last)) {
            report(look);
            last = look;
        }
        return look;
    }

    private Look judge() {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            if (Files.size(file) > MOST_BYTES) {
                return new Look.Unparsable(List.of(new FieldError(
                        "", "is larger than " + MOST_BYTES + " bytes", "lebih besar dari " + MOST_BYTES + " bita")));
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean quiet = Arrays.equals(bytes, seen)
                    || !changed.isAfter(clock.instant().minus(SETTLED));
            seen = bytes;
            if (Arrays.equals(bytes, judged)) {
                return new Look.Same();
            }
            return quiet ? judge(bytes) : new Look.Settling();
        } catch (NoSuchFileException e) {
            return new Look.Missing("there is no such file");
        } catch (IOException e) {
            return new Look.Missing(String.valueOf(e.getMessage()));
        }
    }

    private Look judge(byte[] bytes) {
        Look look = switch (FileText.of(bytes, used)) {
            case FileText.Torn torn -> new Look.Torn(torn.reason());
            case FileText.Usable usable -> use(usable);
        };
        if (!(look instanceof Look.NotStored)) {
            judged = bytes;
        }
        return look;
    }

    private Look use(FileText.Usable usable) {
        return switch (DeviceCsv.parse(usable.text())) {
            case DeviceCsv.Judged.Refused refused -> new Look.Unparsable(refused.errors());
            case DeviceCsv.Judged.Accepted accepted -> {
                List<FieldError> misshapen = misshapen(accepted.rows());
                yield misshapen.isEmpty() ? store(usable, accepted.rows()) : new Look.Unparsable(misshapen);
            }
        };
    }

    /** Rows too short or too long may be what is left of others: such a file is not taken as what somebody meant. */
    private static List<FieldError> misshapen(List<FormRow> rows) {
        return rows.stream()
                .flatMap(row -> row.errors().stream().map(error -> error.at("/" + row.row())))
                .toList();
    }

    private Look store(FileText.Usable usable, List<FormRow> rows) {
        try {
            FileResult result = desk.replaceFile(EDITOR, rows, usable.complete());
            used = usable.text();
            return new Look.Used(result);
        } catch (RuntimeException e) {
            LOG.debug("{} was not stored", file, e);
            return new Look.NotStored(String.valueOf(e.getMessage()));
        }
    }

    private static String name(Look look) {
        return switch (look) {
            case Look.Used used -> "used";
            case Look.Same same -> "same";
            case Look.Settling settling -> "settling";
            case Look.Missing missing -> "missing";
            case Look.Torn torn -> "torn";
            case Look.Unparsable unparsable -> "unparsable";
            case Look.NotStored notStored -> "not-stored";
        };
    }

    private void report(Look look) {
        switch (look) {
            case Look.Used used -> report(used.result());
            case Look.Missing missing -> LOG.warn("{} changes nothing: {}", file, missing.reason());
            case Look.Torn torn -> LOG.warn("{} is torn and changes nothing: {}", file, torn.reason());
            case Look.Unparsable bad -> LOG.warn("{} changes nothing: {}", file, text(bad.errors()));
            case Look.NotStored failed -> LOG.warn("{} waits for the next look: {}", file, failed.reason());
            case Look.Same same -> {}
            case Look.Settling settling -> LOG.debug("{} is being written", file);
        }
    }

    private void report(FileResult result) {
        result.rows().forEach(row -> {
            meters.counter("ronda.devices.file.rows", "result", row.status().code())
                    .increment();
            if (row.status() == RowResult.Status.REFUSED) {
                LOG.warn("{} row {} is refused: {}", file, row.row(), text(row.errors()));
            }
        });
        LOG.info("{}: {}, {} disabled", file, counts(result), result.disabled().size());
        if (result.held()) {
            LOG.warn("{}: nothing was disabled, because its end or the address of a refused row is missing", file);
        }
    }

    private static String counts(FileResult result) {
        return result.rows().stream()
                .collect(Collectors.groupingBy(row -> row.status().code(), TreeMap::new, Collectors.counting()))
                .toString();
    }

    private static String text(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.reason())
                .collect(Collectors.joining("; "));
    }
}
