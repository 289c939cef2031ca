package id.ronda.identity.role;

import static id.ronda.identity.Right.*;

import id.ronda.identity.Classification;
import id.ronda.identity.Label;
import id.ronda.identity.Right;
import id.ronda.identity.RoleDraft;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The roles that come with the product, after the duties in the regencies' regulations. They cannot be edited, so that they
 * mean the same everywhere and follow new rights; who wants another one makes it.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Preset {
    OPERATOR(
            "Operator",
            "Operator",
            Classification.TERBATAS,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            ASSET_READ,
            INCIDENT_REPORT,
            UNIT_READ),
    TEKNISI(
            "Teknisi",
            "Technician",
            Classification.TERBATAS,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            ASSET_READ,
            ASSET_WRITE,
            INCIDENT_REPORT,
            UNIT_READ),
    ADMIN_JARINGAN(
            "Admin Jaringan",
            "Network administrator",
            Classification.TERBATAS,
            DEVICE_READ,
            DEVICE_WRITE,
            DEVICE_SECRET,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            RULE_WRITE,
            ASSET_READ,
            INCIDENT_READ,
            INCIDENT_REPORT,
            UNIT_READ,
            TOKEN_OWN,
            EXPORT,
            SYSTEM_READ),
    ADMIN_SISTEM(
            "Admin Sistem",
            "System administrator",
            Classification.TERBATAS,
            DEVICE_READ,
            DEVICE_WRITE,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            RULE_WRITE,
            ASSET_READ,
            INCIDENT_REPORT,
            USER_READ,
            USER_WRITE,
            UNIT_READ,
            UNIT_WRITE,
            TOKEN_OWN,
            TOKEN_SERVICE,
            EXPORT,
            SYSTEM_READ,
            SYSTEM_WRITE),
    ADMIN_BASIS_DATA(
            "Admin Basis Data",
            "Database administrator",
            Classification.TERBATAS,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            ASSET_READ,
            INCIDENT_REPORT,
            UNIT_READ,
            TOKEN_OWN,
            EXPORT,
            SYSTEM_READ),
    ADMIN_KEAMANAN(
            "Admin Keamanan (CSIRT)",
            "Security administrator (CSIRT)",
            Classification.RAHASIA,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ALERT_ACKNOWLEDGE,
            RULE_WRITE,
            ASSET_READ,
            INCIDENT_READ,
            INCIDENT_WRITE,
            INCIDENT_REPORT,
            EVIDENCE_READ,
            EVIDENCE_WRITE,
            RENEWAL_WRITE,
            AUDIT_READ,
            USER_READ,
            UNIT_READ,
            TOKEN_OWN,
            EXPORT,
            SYSTEM_READ),
    MANAJER_ASET(
            "Manajer Aset",
            "Asset manager",
            Classification.TERBATAS,
            DEVICE_READ,
            ASSET_READ,
            ASSET_WRITE,
            RENEWAL_WRITE,
            INCIDENT_REPORT,
            UNIT_READ,
            TOKEN_OWN,
            EXPORT),
    AUDITOR(
            "Auditor",
            "Auditor",
            Classification.RAHASIA,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ASSET_READ,
            INCIDENT_READ,
            EVIDENCE_READ,
            AUDIT_READ,
            USER_READ,
            UNIT_READ,
            EXPORT,
            SYSTEM_READ),
    PIMPINAN(
            "Pimpinan",
            "Leadership",
            Classification.TERBATAS,
            DEVICE_READ,
            SERIES_READ,
            ALERT_READ,
            ASSET_READ,
            INCIDENT_READ,
            UNIT_READ,
            EXPORT),
    ADMIN("Admin", "Administrator", Classification.RAHASIA, Right.values());

    private final String indonesian;
    private final String english;
    private final Classification clearance;
    private final Set<Right> rights;

    Preset(String indonesian, String english, Classification clearance, Right... rights) {
        this.indonesian = indonesian;
        this.english = english;
        this.clearance = clearance;
        EnumSet<Right> set = EnumSet.noneOf(Right.class);
        Collections.addAll(set, rights);
        this.rights = Collections.unmodifiableSet(set);
    }

    /** Its lasting code, such as {@code admin-jaringan}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it gives. */
    public RoleDraft draft() {
        return new RoleDraft(new Label(indonesian, english), rights, clearance);
    }
}
