package id.ronda.kernel.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the requests of one route to the description of the API; what is not described does not reach the handler. */
final class ApiOperation implements Handler<RoutingContext> {

    private static final String PATH = "path";
    private static final String QUERY = "query";
    private static final String HEADER = "header";

    private final List<ApiParameter> parameters;
    private final ApiBody body;

    ApiOperation(List<ApiParameter> parameters, ApiBody body) {
        this.parameters = List.copyOf(parameters);
        this.body = body;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (!isAddress(ctx)) {
            Problems.send(ctx, Problem.notFound("No address of this API has that form."));
            return;
        }
        List<FieldError> errors = new ArrayList<>(query(ctx.queryParams()));
        at(HEADER)
                .forEach(header ->
                        errors.addAll(header.errors(ctx.request().headers().getAll(header.name()))));
        switch (body.judge(ctx)) {
            case ApiBody.Judged.Refused refused -> Problems.send(ctx, refused.problem());
            case ApiBody.Judged.Fields fields -> {
                errors.addAll(fields.errors());
                decide(ctx, errors);
            }
        }
    }

    private static void decide(RoutingContext ctx, List<FieldError> errors) {
        if (errors.isEmpty()) {
            ctx.next();
        } else {
            Problems.send(ctx, Problem.fields(errors));
        }
    }

    /** What is no id is the id of nothing: a path that does not fit is not found. */
    private boolean isAddress(RoutingContext ctx) {
        return at(PATH).stream().allMatch(each -> {
            String given = ctx.pathParam(each.name());
            return given != null && each.errors(List.of(given)).isEmpty();
        });
    }

    private List<FieldError> query(MultiMap given) {
        List<ApiParameter> known = at(QUERY);
        List<FieldError> errors = new ArrayList<>();
        known.forEach(each -> errors.addAll(each.errors(given.getAll(each.name()))));
        given.names().stream()
                .filter(name -> known.stream().noneMatch(each -> each.name().equals(name)))
                .forEach(name -> errors.add(unknown(name, known)));
        return errors;
    }

    private static FieldError unknown(String name, List<ApiParameter> known) {
        if (known.isEmpty()) {
            return new FieldError(
                    name, "is not known; there are no parameters here", "tidak dikenal; tidak ada parameter di sini");
        }
        String names = known.stream().map(ApiParameter::name).collect(Collectors.joining(", "));
        return new FieldError(
                name, "is not known here; known are " + names, "tidak dikenal di sini; yang dikenal: " + names);
    }

    private List<ApiParameter> at(String place) {
        return parameters.stream().filter(each -> each.place().equals(place)).toList();
    }
}
