package id.ronda.identity;

import id.ronda.identity.account.Door;
import id.ronda.identity.audit.Sealer;
import id.ronda.identity.audit.SealerPace;
import id.ronda.identity.audit.TrailDesk;
import id.ronda.identity.audit.TrailWatch;
import id.ronda.identity.audit.Verification;
import id.ronda.identity.factor.FactorDesk;
import id.ronda.identity.factor.FactorStore;
import id.ronda.identity.http.IdentityGatekeeper;
import id.ronda.identity.http.IdentityRoutes;
import id.ronda.identity.oidc.OidcDesk;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.role.RoleDesk;
import id.ronda.identity.session.SessionBelongingsStore;
import id.ronda.identity.session.SessionDesk;
import id.ronda.identity.session.SessionStore;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.identity.token.TokenDesk;
import id.ronda.identity.unit.UnitDesk;
import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.Gatekeeper;
import id.ronda.kernel.http.Routes;
import id.ronda.kernel.http.Witness;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Identity, built of its parts. Built after the migrations have run; started once; closed once. */
public final class IdentityModule implements ModuleLife {

    /** Its schema. */
    public static final ModuleMigrations MIGRATIONS =
            new ModuleMigrations("identity", "classpath:id/ronda/identity/migrations");

    /** Its part of the description of the API. */
    public static final URL API = Objects.requireNonNull(
            IdentityModule.class.getResource("/id/ronda/identity/openapi.yaml"),
            "identity's part of the API is missing in the program's own files");

    private final AuditTrail trail;
    private final Sealer sealer;
    private final TrailWatch watch;
    private final AuditLog log;
    private final AuditedRequests requests;
    private final Door door;
    private final RoleDesk roles;
    private final Units units;
    private final Sessions sessions;
    private final TokenDesk tokens;
    private final SecondFactors secondFactors;
    private final Optional<OidcDesk> oidc;
    private Optional<OneTimePassword> firstSignIn = Optional.empty();

    /** Puts the parts together; nothing is read or written yet. */
    public IdentityModule(IdentityNeeds needs, IdentitySettings settings) {
        trail = new AuditTrail(needs.clock());
        sealer = new Sealer(
                needs.database(),
                needs.folder().audit(),
                needs.folder().keys(),
                SealerPace.USUAL,
                needs.clock(),
                needs.random(),
                needs.meters());
        watch = new TrailWatch(
                new Verification(
                        needs.database(), needs.folder().audit(), needs.folder().keys()),
                TrailWatch.Pace.USUAL,
                needs.clock(),
                needs.meters());
        log = new TrailDesk(
                needs.database(), trail, needs.folder().audit(), needs.folder().keys(), watch);
        requests = new AuditedRequests(needs.database(), trail, needs.meters(), AuditedRequests.WINDOW);
        Acting acting = new Acting(needs.database(), trail);
        CallerCache callers = new CallerCache(needs.clock());
        SessionStore sessionStore = new SessionStore(settings.idle(), settings.absolute());
        FactorStore factors = new FactorStore(needs.secrets());
        AdministratorDesk administrators = new AdministratorDesk(needs.clock());
        roles = new RoleDesk(needs.database(), acting, callers, administrators);
        units = new UnitDesk(needs.database(), acting, callers, needs.unitFollowers());
        sessions = new SessionDesk(needs.database(), acting, sessionStore, callers, needs.clock());
        tokens = new TokenDesk(needs.database(), acting, callers, needs.random(), needs.clock());
        secondFactors =
                new FactorDesk(needs.database(), acting, factors, sessionStore, callers, needs.random(), needs.clock());
        List<Belongings> belongings = new ArrayList<>(needs.belongings());
        belongings.add(new SessionBelongingsStore(sessionStore, needs.clock()));
        belongings.add(tokens.belongings());
        door = new Door(needs, settings, acting, callers, sessionStore, factors, roles, administrators, belongings);
        oidc = settings.oidc()
                .map(provider -> new OidcDesk(
                        provider,
                        door.external(provider.policy()),
                        needs.database(),
                        needs.secrets(),
                        needs.random(),
                        needs.clock()));
    }

    /** Brings the preset roles in, and makes the first administrator where there is no account. Blocks. */
    @Override
    public void start() {
        sealer.start();
        watch.start();
        roles.bringPresets();
        firstSignIn = door.makeFirstAccount();
    }

    /** What the first administrator signs in with, if this start made him: to be told once. */
    public Optional<OneTimePassword> firstSignIn() {
        return firstSignIn;
    }

    /**
     * Finds out who makes a request.
     *
     * @param ofThisRun the token in the token file
     */
    public Gatekeeper gatekeeper(ApiToken ofThisRun) {
        return new IdentityGatekeeper(sessions, tokens, ofThisRun);
    }

    /** What it answers under {@code /api/v1}, and where people sign in with a provider. */
    public Routes routes() {
        return new IdentityRoutes(
                signIns(), sessions, accounts(), externalIdentities(), secondFactors, roles, units, tokens, log, oidc);
    }

    /** Where modules tell who acts and what happened. */
    public AuditTrail trail() {
        return trail;
    }

    /** Where the trail is read. */
    public AuditLog log() {
        return log;
    }

    /** Writes down which lists left as files and who was refused, for the server. */
    public Witness witness() {
        return requests;
    }

    /** The door. */
    public SignIns signIns() {
        return door.signIns();
    }

    /** The accounts. */
    public Accounts accounts() {
        return door.accounts();
    }

    /** Which account is whose elsewhere. */
    public ExternalIdentities externalIdentities() {
        return door.identities();
    }

    /** Where people come in for whom an {@link IdentityProvider} vouches, under this policy. */
    public ExternalDoor externalDoor(ExternalPolicy policy) {
        return door.external(policy);
    }

    /** The sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** The tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** The roles and who has them. */
    public Roles roles() {
        return roles;
    }

    /** The tree of offices. */
    public Units units() {
        return units;
    }

    /** The second step of signing in. */
    public SecondFactors secondFactors() {
        return secondFactors;
    }

    /** Stops the threads that hash passwords, and the sealer after its last checkpoint. */
    @Override
    public void close() {
        oidc.ifPresent(OidcDesk::close);
        door.close();
        watch.close();
        requests.close();
        sealer.close();
    }
}
