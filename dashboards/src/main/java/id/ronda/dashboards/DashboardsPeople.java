package id.ronda.dashboards;

import id.ronda.identity.Accounts;
import id.ronda.identity.AuditLog;
import id.ronda.identity.IdentityModule;
import id.ronda.identity.Roles;
import id.ronda.identity.Sessions;
import id.ronda.identity.Units;

/** What the pages of people and of the audit trail read. */
public record DashboardsPeople(Accounts accounts, Roles roles, Units units, Sessions sessions, AuditLog trail) {

    /** The faces of that module. */
    public static DashboardsPeople of(IdentityModule identity) {
        return new DashboardsPeople(
                identity.accounts(), identity.roles(), identity.units(), identity.sessions(), identity.log());
    }
}
