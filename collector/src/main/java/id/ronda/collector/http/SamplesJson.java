package id.ronda.collector.http;

import com.fasterxml.jackson.core.JsonGenerator;
import id.ronda.collector.Gap;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import id.ronda.collector.device.PollInterval;
import id.ronda.kernel.Json;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Writes points without an object a point: one answer holds up to ten thousand. */
final class SamplesJson {

    // A time, a number and their punctuation.
    private static final int BYTES_A_POINT = 48;

    private SamplesJson() {}

    static Buffer write(SeriesPoints points) {
        var bytes = new ByteArrayOutputStream(256 + points.points().size() * BYTES_A_POINT);
        try (JsonGenerator json = Json.mapper().getFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("unit", points.unit());
            json.writeStringField("step", points.step() == null ? null : PollInterval.text(points.step()));
            writePoints(json, points);
            json.writeNumberField("coverage", points.coverage());
            writeGaps(json, points.gaps());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void writePoints(JsonGenerator json, SeriesPoints points) throws IOException {
        boolean raw = points.step() == null;
        json.writeArrayFieldStart("points");
        for (Point point : points.points()) {
            json.writeStartArray();
            json.writeString(Instant.ofEpochMilli(point.epochMillis()).toString());
            if (!raw) {
                json.writeNumber(point.min());
            }
            json.writeNumber(point.avg());
            if (!raw) {
                json.writeNumber(point.max());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void writeGaps(JsonGenerator json, List<Gap> gaps) throws IOException {
        json.writeArrayFieldStart("gaps");
        for (Gap gap : gaps) {
            json.writeStartObject();
            json.writeStringField("from", gap.from().toString());
            json.writeStringField("to", gap.to() == null ? null : gap.to().toString());
            json.writeStringField("reason", gap.reason().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
