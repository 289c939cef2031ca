package id.ronda.dashboards.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.Messages;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.ProofFault;
import id.ronda.identity.Refusal;
import id.ronda.kernel.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries as people read them, in both languages. */
class TrailWordingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final Actor BUDI = Actor.person("7", "budi", new Actor.Origin("127.0.0.9", "session 3", "Firefox"));

    private static PageText text(Language language) {
        return new PageText(language, ZoneId.of("Asia/Jakarta"), NOW);
    }

    private static final TrailWording INDONESIAN = new TrailWording(text(Language.INDONESIAN));
    private static final TrailWording ENGLISH = new TrailWording(text(Language.ENGLISH));

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static AuditEntry entry(
            Actor actor,
            AuditAction action,
            String type,
            @Nullable String id,
            @Nullable String label,
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {
        return new AuditEntry(
                1, NOW, NOW, ONE, actor, "ronda_app", action, type, id, label, json(before), json(after), note, 12L);
    }

    @Test
    void aChange_isSaidWithItsObject_andEachFieldBeforeAndAfter() {
        AuditEntry changed = entry(
                BUDI,
                AuditAction.CHANGED,
                "device",
                "5",
                "Router Kantor",
                "{\"address\":\"127.0.0.5\",\"enabled\":true,\"tags\":[\"a\",\"b\"],\"location\":null}",
                "{\"address\":\"127.0.0.6\",\"enabled\":false,\"tags\":[\"a\"],\"location\":\"Ruang 2\"}",
                "salah ketik");

        assertThat(INDONESIAN.sentence(changed)).isEqualTo("budi mengubah perangkat Router Kantor");
        assertThat(ENGLISH.sentence(changed)).isEqualTo("budi changed the device Router Kantor");
        TrailLine line = INDONESIAN.acts(List.of(changed)).getFirst().lines().getFirst();
        assertThat(line.differences())
                .containsExactly(
                        new Difference("alamat", "127.0.0.5", "127.0.0.6"),
                        new Difference("ditanya", "ya", "tidak"),
                        new Difference("lokasi", "–", "Ruang 2"),
                        new Difference("tag", "a, b", "a"));
        assertThat(line.open()).isTrue();
        assertThat(line.note()).isEqualTo("salah ketik");
        assertThat(line.position()).isEqualTo("12");
        assertThat(line.objectPath()).isEqualTo("/jejak?objectType=device&objectId=5");
    }

    @Test
    void aSecret_isNeverMoreThanThatItChanged() {
        AuditEntry changed = entry(
                BUDI,
                AuditAction.CHANGED,
                "device-credential",
                "5",
                null,
                "{\"community\":\"changed\"}",
                "{\"community\":\"changed\"}",
                null);
        AuditEntry named =
                entry(BUDI, AuditAction.CREATED, "unit", "5", "changed", null, "{\"name\":\"changed\"}", null);

        assertThat(INDONESIAN.sentence(changed)).isEqualTo("budi mengubah kredensial perangkat #5");
        assertThat(fields(changed)).containsExactly(new Difference("community", null, "diganti (tidak ditampilkan)"));
        assertThat(fields(named)).containsExactly(new Difference("nama", null, "changed"));
    }

    private static List<Difference> fields(AuditEntry entry) {
        return INDONESIAN.acts(List.of(entry)).getFirst().lines().getFirst().differences();
    }

    @Test
    void changesOfAccounts_haveWordsOfTheirOwn() {
        assertThat(account("{\"disabled_at\":\"2026-11-21T03:00:00+00:00\"}"))
                .isEqualTo("budi menonaktifkan akun Siti");
        assertThat(account("{\"disabled_at\":null}")).isEqualTo("budi mengaktifkan lagi akun Siti");
        assertThat(account("{\"password_hash\":\"changed\"}")).isEqualTo("budi mengganti kata sandi akun Siti");
        assertThat(account("{\"unit_id\":3}")).isEqualTo("budi memindahkan akun Siti");
        assertThat(account("{\"email\":\"s@d.example\"}")).isEqualTo("budi mengubah akun Siti");
        assertThat(fields(entry(
                        BUDI,
                        AuditAction.CHANGED,
                        "account",
                        "4",
                        "Siti",
                        "{\"disabled_at\":null}",
                        "{\"disabled_at\":\"2026-11-21T03:00:00.5+00:00\"}",
                        null)))
                .containsExactly(new Difference("dinonaktifkan pada", "–", "21 Nov 2026 10.00.00 WIB"));
    }

    private static String account(String after) {
        return INDONESIAN.sentence(entry(BUDI, AuditAction.CHANGED, "account", "4", "Siti", "{}", after, null));
    }

    @Test
    void grantsAndHandovers_nameEverybody() {
        assertThat(ENGLISH.sentence(entry(
                        BUDI, AuditAction.GRANTED, "role-grant", "4/9", "Siti", null, "{\"role\":\"Auditor\"}", null)))
                .isEqualTo("budi gave Siti the role Auditor");
        assertThat(ENGLISH.sentence(entry(
                        BUDI, AuditAction.REVOKED, "role-grant", "4/9", "Siti", "{\"role\":\"Auditor\"}", null, null)))
                .isEqualTo("budi took from Siti the role Auditor");
        assertThat(INDONESIAN.sentence(entry(
                        BUDI,
                        AuditAction.HANDED_OVER,
                        "token",
                        "2",
                        "grafana",
                        null,
                        "{\"from\":\"Budi\",\"to\":\"Siti\"}",
                        null)))
                .isEqualTo("budi menyerahterimakan token grafana dari Budi kepada Siti");
    }

    @Test
    void aRightOfARole_isSaidWithItsRole() {
        assertThat(INDONESIAN.sentence(entry(
                        BUDI,
                        AuditAction.CREATED,
                        "role-right",
                        "4/device.read",
                        "device.read",
                        null,
                        "{\"role\":\"Operator\"}",
                        null)))
                .isEqualTo("budi menambahkan hak device.read pada peran Operator");
    }

    @Test
    void refusalsExportsAndSignIns_areSaidAsWhatTheyAre() {
        Actor nobody = Actor.anonymous(Actor.Origin.NONE);
        assertThat(INDONESIAN.sentence(
                        entry(BUDI, AuditAction.ACCESS_REFUSED, "route", "GET /jejak", null, null, null, null)))
                .isEqualTo("budi ditolak saat meminta GET /jejak");
        assertThat(INDONESIAN.sentence(
                        entry(BUDI, AuditAction.ACCESS_REFUSED, "route", null, null, null, "{\"more\":19}", null)))
                .isEqualTo("budi ditolak 19 kali lagi dalam semenit setelah itu");
        assertThat(INDONESIAN.sentence(
                        entry(BUDI, AuditAction.EXPORTED, "list", "/api/v1/devices", null, null, null, null)))
                .isEqualTo("budi mengekspor daftar perangkat");
        assertThat(ENGLISH.sentence(entry(BUDI, AuditAction.EXPORTED, "list", "/api/v1/new", null, null, null, null)))
                .isEqualTo("budi exported /api/v1/new");
        assertThat(INDONESIAN.sentence(entry(
                        nobody, AuditAction.SIGN_IN_FAILED, "sign-in", "7", "budi", null, null, "wrong-password")))
                .isEqualTo("Percobaan masuk sebagai budi tidak berhasil: kata sandi salah");
        assertThat(ENGLISH.sentence(entry(
                        nobody, AuditAction.SIGN_IN_FAILED, "sign-in", null, null, null, null, "unknown-account")))
                .isEqualTo("A sign-in did not succeed: the name is not known");
        assertThat(INDONESIAN.sentence(
                        entry(BUDI, AuditAction.SIGNED_IN, "sign-in", "7", "budi", null, null, "signed-in")))
                .isEqualTo("budi masuk");
    }

    @Test
    void whoActs_isSaidByKind() {
        assertThat(said(Actor.system())).startsWith("Sistem membuat");
        assertThat(said(Actor.system("device-file"))).startsWith("Sistem (device-file) membuat");
        assertThat(said(Actor.console("root"))).startsWith("Konsol server (root) membuat");
        assertThat(said(Actor.service("7", "grafana", Actor.Origin.NONE))).startsWith("layanan grafana membuat");
        assertThat(INDONESIAN
                        .acts(List.of(created(Actor.anonymous(Actor.Origin.NONE))))
                        .getFirst()
                        .actorPath())
                .isNull();
    }

    private static AuditEntry created(Actor actor) {
        return entry(actor, AuditAction.CREATED, "gadget", null, null, null, null, null);
    }

    private static String said(Actor actor) {
        return INDONESIAN.sentence(created(actor));
    }

    @Test
    void entriesOfOneAct_standTogether_inTheOrderOfTheirNewest() {
        UUID other = new UUID(0, 2);
        AuditEntry first = created(BUDI);
        AuditEntry between = new AuditEntry(
                2, NOW, null, other, BUDI, "x", AuditAction.DELETED, "unit", "3", "A", null, null, null, null);

        List<TrailAct> acts = INDONESIAN.acts(List.of(first, between, first));

        assertThat(acts).hasSize(2);
        assertThat(acts.getFirst().lines()).hasSize(2);
        assertThat(acts.getFirst().from()).isEqualTo("127.0.0.9");
        assertThat(acts.getFirst().session()).isEqualTo("sesi 3");
        assertThat(acts.getFirst().browser()).isEqualTo("Firefox");
        assertThat(acts.getFirst().actorPath()).isEqualTo("/jejak?actor=7");
        assertThat(acts.getLast().path()).isEqualTo("/jejak?changeSet=" + other);
        assertThat(acts.getLast().lines().getFirst().position()).isNull();
    }

    @Test
    void everyActionAndEveryWayASignInEnds_hasASentenceInBothLanguages() {
        Stream<String> keys = Stream.concat(
                Arrays.stream(AuditAction.values()).map(action -> "trail.say." + action.code()),
                Stream.concat(
                                Arrays.stream(Refusal.values()).map(Refusal::tag),
                                Stream.concat(
                                        Arrays.stream(ProofFault.values()).map(ProofFault::tag),
                                        Stream.of("second-factor-needed", "delayed", "busy")))
                        .map(outcome -> "trail.outcome." + outcome));

        assertThat(Messages.of(Language.INDONESIAN).keys()).containsAll(keys.toList());
    }
}
