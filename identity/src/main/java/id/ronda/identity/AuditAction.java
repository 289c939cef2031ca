package id.ronda.identity;

import java.util.Arrays;
import java.util.Locale;

/** What can be done to an object. The list is closed; the database holds the same one. */
public enum AuditAction {
    CREATED("dibuat", "created"),
    CHANGED("diubah", "changed"),
    DELETED("dihapus", "deleted"),
    IMPORTED("diimpor", "imported"),
    EXPORTED("diekspor", "exported"),
    /**
     * A secret was shown in clear. No route shows a kept secret today: they are only written. The first one that does must write
     * this in the transaction in which it opens the seal ({@link AuditTrail#event}).
     */
    SECRET_READ("rahasia dibaca", "secret read"),
    SIGNED_IN("masuk", "signed in"),
    SIGNED_OUT("keluar", "signed out"),
    SIGN_IN_FAILED("gagal masuk", "sign-in failed"),
    ACCESS_REFUSED("akses ditolak", "access refused"),
    LOCKED("dikunci", "locked"),
    UNLOCKED("dibuka kuncinya", "unlocked"),
    PASSWORD_CHANGED("kata sandi diubah", "password changed"),
    SECOND_FACTOR_CHANGED("faktor kedua diubah", "second factor changed"),
    TOKEN_ISSUED("token diterbitkan", "token issued"),
    TOKEN_REVOKED("token dicabut", "token revoked"),
    SESSION_REVOKED("sesi dicabut", "session revoked"),
    GRANTED("hak diberikan", "granted"),
    REVOKED("hak dicabut", "revoked"),
    HANDED_OVER("diserahterimakan", "handed over"),
    RECOVERED("dipulihkan", "recovered"),
    ACKNOWLEDGED("diketahui", "acknowledged"),
    STARTED("dijalankan", "started"),
    STOPPED("dihentikan", "stopped");

    private final String indonesian;
    private final String english;

    AuditAction(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    /** As the database and the API know it: {@code sign-in-failed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The action of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static AuditAction ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action is called '" + code + "'"));
    }

    /** For pages in Indonesian. */
    public String indonesian() {
        return indonesian;
    }

    /** For pages in English. */
    public String english() {
        return english;
    }
}
