package id.ronda.identity.unit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The name of a unit as it is looked for: lower case, no punctuation, the usual abbreviations of Indonesian offices written
 * out. "Kec. Banyuwangi" and "KECAMATAN BANYUWANGI" are one, and so are "Diskominfo" and "Dinas Komunikasi dan Informatika".
 */
public final class UnitKey {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("kec", "kecamatan"),
            Map.entry("kel", "kelurahan"),
            Map.entry("ds", "desa"),
            Map.entry("kab", "kabupaten"),
            Map.entry("prov", "provinsi"),
            Map.entry("din", "dinas"),
            Map.entry("bag", "bagian"),
            Map.entry("bid", "bidang"),
            Map.entry("subbag", "sub bagian"),
            Map.entry("subag", "sub bagian"),
            Map.entry("sek", "sekretariat"),
            Map.entry("kominfo", "komunikasi dan informatika"),
            Map.entry("diskominfo", "dinas komunikasi dan informatika"),
            Map.entry("dinkominfo", "dinas komunikasi dan informatika"),
            Map.entry("dinkes", "dinas kesehatan"),
            Map.entry("disdik", "dinas pendidikan"),
            Map.entry("dindik", "dinas pendidikan"),
            Map.entry("dishub", "dinas perhubungan"),
            Map.entry("dinsos", "dinas sosial"),
            Map.entry("disnaker", "dinas tenaga kerja"),
            Map.entry("dispar", "dinas pariwisata"),
            Map.entry("dlh", "dinas lingkungan hidup"),
            Map.entry("dukcapil", "kependudukan dan pencatatan sipil"),
            Map.entry("disdukcapil", "dinas kependudukan dan pencatatan sipil"),
            Map.entry("dispendukcapil", "dinas kependudukan dan pencatatan sipil"),
            Map.entry("dpupr", "dinas pekerjaan umum dan penataan ruang"),
            Map.entry("dpmptsp", "dinas penanaman modal dan pelayanan terpadu satu pintu"),
            Map.entry("dpmd", "dinas pemberdayaan masyarakat dan desa"),
            Map.entry("bappeda", "badan perencanaan pembangunan daerah"),
            Map.entry("bpbd", "badan penanggulangan bencana daerah"),
            Map.entry("bpkad", "badan pengelolaan keuangan dan aset daerah"),
            Map.entry("bkpsdm", "badan kepegawaian dan pengembangan sumber daya manusia"),
            Map.entry("bapenda", "badan pendapatan daerah"),
            Map.entry("satpol", "satuan polisi"),
            Map.entry("pp", "pamong praja"),
            Map.entry("setda", "sekretariat daerah"),
            Map.entry("setwan", "sekretariat dewan perwakilan rakyat daerah"),
            Map.entry("dprd", "dewan perwakilan rakyat daerah"),
            Map.entry("rsud", "rumah sakit umum daerah"),
            Map.entry("puskesmas", "pusat kesehatan masyarakat"),
            Map.entry("pkm", "pusat kesehatan masyarakat"),
            Map.entry("upt", "unit pelaksana teknis"),
            Map.entry("uptd", "unit pelaksana teknis daerah"));

    private UnitKey() {}

    /** Equal for names that mean the same; empty for a name without a letter or digit. */
    public static String of(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("&", " dan ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Arrays.stream(bare.split(" "))
                .map(word -> Objects.requireNonNullElse(WORDS.get(word), word))
                .collect(Collectors.joining(" "));
    }
}
