package id.ronda.identity.http;

import id.ronda.identity.Accounts;
import id.ronda.identity.AuditLog;
import id.ronda.identity.ExternalIdentities;
import id.ronda.identity.Roles;
import id.ronda.identity.SecondFactors;
import id.ronda.identity.Sessions;
import id.ronda.identity.SignIns;
import id.ronda.identity.Tokens;
import id.ronda.identity.Units;
import id.ronda.identity.oidc.OidcDesk;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.Routes;
import java.util.List;
import java.util.Optional;

/** Everything identity answers. */
public final class IdentityRoutes implements Routes {

    private final List<Routes> parts;

    /** Prepares the routes. */
    public IdentityRoutes(
            SignIns signIns,
            Sessions sessions,
            Accounts accounts,
            ExternalIdentities externalIdentities,
            SecondFactors secondFactors,
            Roles roles,
            Units units,
            Tokens tokens,
            AuditLog log,
            Optional<OidcDesk> oidc) {
        this.parts = List.of(
                new SessionRoutes(signIns, oidc),
                new OidcRoutes(oidc),
                new MeRoutes(accounts, sessions),
                new FactorRoutes(secondFactors),
                new UserRoutes(accounts),
                new UserEditRoutes(accounts),
                new UserSessionRoutes(accounts, sessions),
                new HandoverRoutes(accounts),
                new ExternalIdentityRoutes(externalIdentities),
                new GrantRoutes(roles, accounts),
                new RoleRoutes(roles),
                new RightRoutes(),
                new UnitRoutes(units),
                new TokenRoutes(tokens),
                new AuditRoutes(log));
    }

    @Override
    public void mount(GuardedRouter router) {
        parts.forEach(part -> part.mount(router));
    }
}
