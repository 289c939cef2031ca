package id.ronda.identity;

import id.ronda.kernel.http.Permission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that can be allowed. The list is closed: a route asks for one of these, a role gives some of them. */
public enum Right implements Permission {
    DEVICE_READ("device.read", "Melihat perangkat", "See devices"),
    DEVICE_WRITE("device.write", "Mengubah perangkat", "Edit devices"),
    DEVICE_SECRET("device.secret", "Mengubah kredensial perangkat", "Edit credentials of devices"),
    SERIES_READ("series.read", "Melihat data pengukuran", "See measurements"),
    ALERT_READ("alert.read", "Melihat peringatan", "See alerts"),
    ALERT_ACKNOWLEDGE("alert.acknowledge", "Menanggapi peringatan", "Acknowledge alerts"),
    RULE_WRITE("rule.write", "Mengubah aturan dan jadwal pemeliharaan", "Edit rules and maintenance windows"),
    ASSET_READ("asset.read", "Melihat aset", "See assets"),
    ASSET_WRITE("asset.write", "Mengubah aset", "Edit assets"),
    INCIDENT_READ("incident.read", "Melihat insiden", "See incidents"),
    INCIDENT_WRITE("incident.write", "Menangani insiden", "Handle incidents"),
    INCIDENT_REPORT("incident.report", "Melaporkan insiden", "Report incidents"),
    EVIDENCE_READ("evidence.read", "Melihat barang bukti", "See evidence"),
    EVIDENCE_WRITE("evidence.write", "Menyimpan barang bukti", "Keep evidence"),
    RENEWAL_WRITE("renewal.write", "Mengubah jadwal pembaruan", "Edit renewals"),
    AUDIT_READ("audit.read", "Membaca jejak audit", "Read the audit trail"),
    USER_READ("user.read", "Melihat akun", "See accounts"),
    USER_WRITE("user.write", "Mengelola akun", "Edit accounts"),
    UNIT_READ("unit.read", "Melihat unit kerja", "See units"),
    UNIT_WRITE("unit.write", "Mengubah unit kerja", "Edit units"),
    ROLE_WRITE("role.write", "Mengubah dan memberikan peran", "Edit and give roles"),
    TOKEN_OWN("token.own", "Membuat token sendiri", "Make tokens of one's own"),
    TOKEN_SERVICE("token.service", "Membuat token layanan", "Make tokens of services"),
    EXPORT("export", "Mengekspor data", "Export data"),
    SYSTEM_READ("system.read", "Melihat keadaan sistem", "See the state of the system"),
    SYSTEM_WRITE("system.write", "Mengatur sistem", "Configure the system");

    private static final Map<String, Right> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Right::text, right -> right));

    private final String text;
    private final String indonesian;
    private final String english;

    Right(String text, String indonesian, String english) {
        this.text = text;
        this.indonesian = indonesian;
        this.english = english;
    }

    /** Its name from outside: in the API, in scopes of tokens, in the table of routes. */
    public String text() {
        return text;
    }

    @Override
    public String code() {
        return text;
    }

    /** What people read. */
    public Label label() {
        return new Label(indonesian, english);
    }

    /** The right of that name, if there is one. */
    public static Optional<Right> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
