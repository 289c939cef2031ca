package id.ronda.collector.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import java.util.List;

/** Forms as tests write them: JSON with apostrophes for quotation marks. */
final class Forms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    static ObjectNode form(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the test's JSON is wrong: " + json, e);
        }
    }

    static DeviceDraft draft(String json) {
        return accepted(DeviceForm.parse(form(json)));
    }

    static DeviceDraft accepted(JsonBody<DeviceDraft> judged) {
        return switch (judged) {
            case JsonBody.Read<DeviceDraft> read -> read.value();
            case JsonBody.Refused<DeviceDraft> refused ->
                throw new AssertionError("refused: " + refused.problem().errors());
        };
    }

    static List<FieldError> errors(JsonBody<DeviceDraft> judged) {
        return switch (judged) {
            case JsonBody.Read<DeviceDraft> read -> throw new AssertionError("accepted: " + read.value());
            case JsonBody.Refused<DeviceDraft> refused -> refused.problem().errors();
        };
    }
}
