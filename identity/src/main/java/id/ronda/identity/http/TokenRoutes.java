package id.ronda.identity.http;

import id.ronda.identity.Caller;
import id.ronda.identity.IssuedToken;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Token;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.TokenId;
import id.ronda.identity.Tokens;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /tokens}: one's own, and for who manages accounts those of all. Its text is in the answer that makes it and nowhere else. */
final class TokenRoutes implements Routes {

    private static final String TOKENS = "/api/v1/tokens";

    private final Tokens tokens;

    TokenRoutes(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token without its text. */
    record TokenBody(
            long id,
            long owner,
            String ownerName,
            String kind,
            String name,
            List<String> rights,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        static final List<Column<TokenBody>> COLUMNS = List.of(
                new Column<>("id", TokenBody::id),
                new Column<>("owner", TokenBody::owner),
                new Column<>("ownerName", TokenBody::ownerName),
                new Column<>("kind", TokenBody::kind),
                new Column<>("name", TokenBody::name),
                new Column<>("rights", body -> String.join(" ", body.rights())),
                new Column<>("expiresAt", TokenBody::expiresAt),
                new Column<>("lastUsedAt", TokenBody::lastUsedAt));

        static TokenBody of(Token token) {
            var draft = token.draft();
            return new TokenBody(
                    token.id().value(),
                    token.owner().value(),
                    token.ownerName(),
                    Codes.of(draft.kind()),
                    draft.name(),
                    draft.rights().stream().map(Right::code).sorted().toList(),
                    token.createdAt(),
                    draft.expiresAt(),
                    token.lastUsedAt());
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(TOKENS, RouteRule.needs(Right.TOKEN_OWN)).handler(this::list);
        router.post(TOKENS, RouteRule.needs(Right.TOKEN_OWN)).handler(this::issue);
        router.delete(TOKENS + "/:id", RouteRule.needs(Right.TOKEN_OWN))
                .handler(ctx -> PathId.with(ctx, "token", id -> revoke(ctx, new TokenId(id))));
    }

    private void list(RoutingContext ctx) {
        Tokens.LIST.with(
                ctx,
                query -> tokens.list(Requester.of(ctx), query)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(ctx, page.map(TokenBody::of), TokenBody.COLUMNS)));
    }

    private void issue(RoutingContext ctx) {
        if (!(Requester.of(ctx) instanceof Caller.Person person)) {
            Problems.send(ctx, Problem.of(403, "forbidden", "This is not allowed.", "Only a person makes tokens."));
            return;
        }
        switch (JsonFields.read(ctx, TokenRoutes::draft)) {
            case JsonBody.Refused<TokenDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<TokenDraft> read ->
                tokens.issue(person, read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, made -> issued(ctx, made)));
        }
    }

    private static JsonFields.Builder<TokenDraft> draft(JsonFields fields) {
        String name = fields.text("name");
        TokenDraft.Kind kind = Codes.of(TokenDraft.Kind.class, fields, "kind", TokenDraft.Kind.PERSONAL);
        Set<Right> rights = RoleBody.rights(fields);
        Instant expires = fields.optionalTime("expiresAt");
        return () -> new TokenDraft(kind, name, rights, expires);
    }

    private static void issued(RoutingContext ctx, IssuedToken made) {
        Answers.json(
                ctx,
                201,
                Map.of("token", TokenBody.of(made.token()), "text", made.text().reveal()));
    }

    private void revoke(RoutingContext ctx, TokenId id) {
        tokens.revoke(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(ctx, change, gone -> Changes.nothingMore(ctx)));
    }
}
