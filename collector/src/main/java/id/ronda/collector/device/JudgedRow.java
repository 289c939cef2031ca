package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A CSV row judged by itself, before anybody looks at what is known. */
sealed interface JudgedRow {

    /** The line on which it begins. */
    int row();

    /** What it says, as the form of a device. */
    ObjectNode form();

    /** It makes a device. */
    record Right(int row, ObjectNode form, DeviceKey key, DeviceDraft draft) implements JudgedRow {
        /** Without the form: it holds secrets. */
        @Override
        public String toString() {
            return "right row " + row;
        }
    }

    /** It makes none, or one that an earlier row has made. */
    record Wrong(int row, ObjectNode form, List<FieldError> errors) implements JudgedRow {
        /** Without the form: it holds secrets. */
        @Override
        public String toString() {
            return "wrong row " + row;
        }
    }

    /** Judges rows; of two that are about the same device the second is wrong. */
    static List<JudgedRow> all(List<FormRow> rows, Function<DeviceDraft, DeviceKey> key) {
        List<JudgedRow> judged = new ArrayList<>();
        Map<DeviceKey, Integer> firsts = new HashMap<>();
        for (FormRow row : rows) {
            judged.add(judge(row, key, firsts));
        }
        return judged;
    }

    private static JudgedRow judge(
            FormRow row, Function<DeviceDraft, DeviceKey> keyOf, Map<DeviceKey, Integer> firsts) {
        if (!row.errors().isEmpty()) {
            return new Wrong(row.row(), row.form(), row.errors());
        }
        return switch (DeviceForm.parse(row.form())) {
            case JsonBody.Refused<DeviceDraft> refused ->
                new Wrong(row.row(), row.form(), refused.problem().errors());
            case JsonBody.Read<DeviceDraft> read -> {
                DeviceKey key = keyOf.apply(read.value());
                Integer first = firsts.putIfAbsent(key, row.row());
                yield first == null
                        ? new Right(row.row(), row.form(), key, read.value())
                        : new Wrong(row.row(), row.form(), List.of(sameAs(first)));
            }
        };
    }

    private static FieldError sameAs(int row) {
        return new FieldError(
                "/address", "is the same device as in row " + row, "perangkat yang sama dengan baris " + row);
    }
}
