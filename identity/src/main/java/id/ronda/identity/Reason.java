package id.ronda.identity;

import java.util.Locale;

/** Why a field was refused, in both languages. */
public enum Reason {
    REQUIRED("harus diisi", "is required"),
    TOO_LONG("terlalu panjang", "is too long"),
    NAME_FORM(
            "harus 2 sampai 64 huruf, angka, titik, garis bawah, tanda hubung, atau @",
            "must be 2 to 64 letters, digits, dots, underscores, hyphens or @"),
    NAME_TAKEN("sudah dipakai", "is taken"),
    EMAIL_FORM("bukan alamat surel", "is no e-mail address"),
    PERIOD("harus setelah waktu mulai", "must be after the start"),
    UNKNOWN_UNIT("unit kerja tidak dikenal", "is no known unit"),
    UNKNOWN_ACCOUNT("akun tidak dikenal", "is no known account"),
    UNKNOWN_RIGHT("hak tidak dikenal", "is no known right"),
    UNKNOWN_ROLE("peran tidak dikenal", "is no known role"),
    UNKNOWN_CODE("bukan salah satu pilihan", "is none of the choices"),
    AMBIGUOUS(
            "cocok dengan lebih dari satu unit; sebutkan induk atau id",
            "fits several units: name the parent or the id"),
    CSV_FORM("bukan CSV", "is no CSV"),
    COLUMN_UNKNOWN("kolom tidak dikenal", "is no known column"),
    COLUMN_TWICE("kolom ditulis dua kali", "is a column that stands there twice"),
    CELLS("jumlah kolom berbeda dari judulnya", "has another number of cells than the header"),
    INACTIVE_ACCOUNT("akun tidak aktif", "is an account that is not active"),
    UNDECIDED("belum ditentukan penerimanya", "is not decided yet"),
    NOT_POSSIBLE("tidak dapat dilakukan untuk ini", "cannot be done with this"),
    PRESET("peran bawaan tidak dapat diubah; buat peran sendiri", "is a preset: make a role of your own"),
    IN_USE("masih dipakai", "is still in use"),
    CYCLE("unit tidak dapat berada di bawah dirinya sendiri", "would put the unit below itself"),
    BEYOND_OWN_RIGHTS("melebihi hak Anda sendiri", "goes beyond your own rights"),
    LAST_ADMINISTRATOR("adalah administrator terakhir", "is the last administrator"),
    EXPIRY_REQUIRED("masa berlaku harus diisi", "needs an expiry"),
    EXPIRY_RANGE("harus di masa depan, paling lama satu tahun", "must be in the future, a year at most"),
    PASSWORD_SHORT(
            "kurang dari 15 karakter; pakailah tiga atau empat kata",
            "has fewer than 15 characters; take three or four words"),
    PASSWORD_LONG("lebih dari 128 karakter", "has more than 128 characters"),
    PASSWORD_CONTROL("mengandung karakter yang tidak dapat diketik", "has characters that cannot be typed"),
    PASSWORD_COMMON("terlalu umum", "is too common"),
    PASSWORD_OWN_WORDS("memakai nama Anda, kantor Anda, atau Ronda", "is made of your name, your office's or Ronda's"),
    PASSWORD_REPEATS("terlalu banyak pengulangan", "repeats itself"),
    PASSWORD_SEQUENCE("memakai urutan yang mudah ditebak", "is a sequence that is easily guessed"),
    PASSWORD_UNCHANGED("sama dengan kata sandi lama", "is the old one"),
    PASSWORD_WRONG("salah", "is wrong"),
    SESSION_REQUIRED(
            "hanya dapat dilakukan setelah masuk dengan kata sandi", "can only be done by who signed in himself"),
    SIGN_IN_ANEW(
            "hanya dapat dilakukan tak lama setelah masuk; keluarlah dan masuk kembali",
            "can only be done soon after signing in; sign out and in again"),
    TRY_LATER("terlalu banyak percobaan; coba lagi nanti", "was tried too often; try again later"),
    CODE_WRONG("kode salah atau sudah dipakai", "is wrong, or was used before");

    private final String indonesian;
    private final String english;

    Reason(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    /** Its name in the API and in tables of texts, such as {@code password-short}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people read behind the field's name. */
    public Label label() {
        return new Label(indonesian, english);
    }
}
