package id.ronda.dashboards;

import id.ronda.dashboards.office.Office;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Credential;
import id.ronda.identity.Grant;
import id.ronda.identity.Grants;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import java.util.List;
import java.util.Set;

/** People who may read devices and their measurements, of some offices only. */
public final class TestingReaders {

    private static final Set<Right> READS = Set.of(Right.DEVICE_READ, Right.SERIES_READ);

    private TestingReaders() {}

    /** Somebody of Diskominfo. */
    public static Requester ofDiskominfo() {
        return of(new Scope.Units(Set.of(Office.DISKOMINFO)), Classification.TERBATAS, READS);
    }

    /** Somebody of an office without a device. */
    public static Requester ofElsewhere() {
        return of(new Scope.Units(Set.of(new UnitId(99))), Classification.RAHASIA, READS);
    }

    /** Somebody for all offices up to a clearance. */
    public static Requester upTo(Classification clearance) {
        return of(new Scope.Everything(), clearance, READS);
    }

    /** Somebody of Diskominfo who may not read measurements. */
    public static Requester withoutSeries() {
        return of(new Scope.Units(Set.of(Office.DISKOMINFO)), Classification.TERBATAS, Set.of(Right.DEVICE_READ));
    }

    private static Requester of(Scope scope, Classification clearance, Set<Right> rights) {
        return new Requester(new Caller.Service(
                "reader", null, new Credential.OfServer(), new Grants(List.of(new Grant(rights, scope, clearance)))));
    }
}
