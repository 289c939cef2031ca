package id.ronda.collector.http;

import id.ronda.collector.device.DeviceCsv;
import id.ronda.collector.device.DeviceDesk;
import id.ronda.collector.device.FormRow;
import id.ronda.collector.device.RowResult;
import id.ronda.collector.device.RowResults;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.BodyRows;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many devices in one request, each row with its own fate. What is right is written in one transaction; {@code ?atomic=true}: all or nothing. */
final class DeviceBulk {

    private static final String ITEMS = "items";

    private final DeviceDesk desk;

    DeviceBulk(DeviceDesk desk) {
        this.desk = desk;
    }

    /** What became of one row. */
    record RowBody(int row, String status, @Nullable Long id, List<FieldError> errors) {
        static RowBody of(RowResult result) {
            return new RowBody(
                    result.row(),
                    result.status().code(),
                    result.id() == null ? null : result.id().value(),
                    result.errors());
        }
    }

    void add(RoutingContext ctx, List<BodyRows.Row> rows) {
        answer(ctx, desk.addRows(DeviceRoutes.editor(ctx), forms(rows), isAtomic(ctx)));
    }

    void edit(RoutingContext ctx) {
        BodyRows.of(ctx)
                .ifPresentOrElse(
                        rows -> answer(ctx, desk.editRows(DeviceRoutes.editor(ctx), forms(rows), isAtomic(ctx))),
                        () -> Problems.send(ctx, Problem.unreadable("The body must be a list of objects.")));
    }

    void importCsv(RoutingContext ctx) {
        String text = utf8(ctx.body().buffer());
        if (text == null) {
            Problems.send(ctx, Problem.unreadable("The body is not UTF-8."));
            return;
        }
        switch (DeviceCsv.parse(text)) {
            case DeviceCsv.Judged.Refused refused -> Problems.send(ctx, Problem.fields(refused.errors()));
            case DeviceCsv.Judged.Accepted accepted ->
                answer(ctx, desk.importRows(DeviceRoutes.editor(ctx), accepted.rows(), isAtomic(ctx)));
        }
    }

    private static boolean isAtomic(RoutingContext ctx) {
        return Boolean.parseBoolean(ctx.queryParams().get("atomic"));
    }

    private static List<FormRow> forms(List<BodyRows.Row> rows) {
        return rows.stream()
                .map(row -> new FormRow(row.row(), row.form(), row.errors()))
                .toList();
    }

    private static void answer(RoutingContext ctx, Future<RowResults> results) {
        results.onFailure(ctx::fail).onSuccess(done -> {
            List<RowBody> items = done.rows().stream().map(RowBody::of).toList();
            if (done.written()) {
                Answers.json(ctx, 200, Map.of(ITEMS, items));
            } else {
                Problems.send(ctx, refused(), Map.of(ITEMS, items));
            }
        });
    }

    private static Problem refused() {
        return Problem.of(
                422, "rows-refused", "Some rows are refused.", "All of them were to be right; nothing was written.");
    }

    private static @Nullable String utf8(@Nullable Buffer body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
