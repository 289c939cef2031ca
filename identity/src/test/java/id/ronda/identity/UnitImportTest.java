package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.ronda.identity.UnitImport.Fate;
import id.ronda.kernel.database.Lane;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitImportTest {

    private TestingIdentity identity;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    private List<UnitImport.Row> rows(Caller by, String text) {
        UnitImport result = await(identity.module.units().importCsv(by, text));
        assertThat(result).isInstanceOf(UnitImport.Done.class);
        return ((UnitImport.Done) result).rows();
    }

    private List<Fate> fates(String text) {
        return rows(CONSOLE, text).stream().map(UnitImport.Row::fate).toList();
    }

    private Unit named(String name) {
        return await(identity.module.units().named(name)).getFirst();
    }

    @Test
    void aRowMayStandBelowOneAboveIt() {
        assertThat(fates("""
                        name,kind,parent
                        Dinas Kesehatan,dinas,
                        Puskesmas Muncar,puskesmas,dinkes
                        """)).containsExactly(Fate.CREATED, Fate.CREATED);
        assertThat(named("Puskesmas Muncar").draft().parent())
                .isEqualTo(named("Dinas Kesehatan").id());
    }

    @Test
    void theSameAgainChangesNothing_andAColumnThatIsNotThereLeavesTheFieldAlone() {
        String text = "name,kind,aliases\nDinas Kesehatan,dinas,DKK;Dinkes Kab\n";
        assertThat(fates(text)).containsExactly(Fate.CREATED);
        assertThat(fates(text)).containsExactly(Fate.UNCHANGED);
        assertThat(fates("kind,NAME\nbadan,dkk\n")).as("by its alias").containsExactly(Fate.UPDATED);

        assertThat(named("DKK").draft())
                .isEqualTo(new UnitDraft("Dinas Kesehatan", "badan", null, List.of("DKK", "Dinkes Kab")));
    }

    @Test
    void namesThatAreUsualBelowMany_areToldApartByTheirParent() {
        String text = """
                name,kind,parent
                Kecamatan Muncar,kecamatan,
                Kecamatan Siliragung,kecamatan,
                Seksi Umum,seksi,Kec. Muncar
                Seksi Umum,seksi,Kec. Siliragung
                """;
        assertThat(fates(text)).containsOnly(Fate.CREATED);
        assertThat(fates(text)).containsOnly(Fate.UNCHANGED);
        assertThat(rows(CONSOLE, "name,kind\nSeksi Umum,sub\n").getFirst().reasons())
                .containsExactly(new FieldReason("/name", Reason.AMBIGUOUS));
        assertThat(rows(CONSOLE, "name,kind,parent\nStaf,x,Seksi Umum\n")
                        .getFirst()
                        .reasons())
                .containsExactly(new FieldReason("/parent", Reason.AMBIGUOUS));
    }

    @Test
    void anIdMovesAndRenames() {
        fates("name,kind\nDinas A,dinas\nDinas B,dinas\nBidang C,bidang\n");
        UnitId moved = named("Bidang C").id();
        String text = "id,name,kind,parent\n%s,Bidang D,bidang,%s\n"
                .formatted(moved, named("Dinas B").id());

        assertThat(fates(text)).containsExactly(Fate.UPDATED);

        assertThat(named("Bidang D").id()).isEqualTo(moved);
        assertThat(named("Bidang D").draft().parent())
                .isEqualTo(named("Dinas B").id());
    }

    @ParameterizedTest
    @CsvSource({
        "'id,name,kind\n999,Dinas A,dinas', /id, UNKNOWN_UNIT",
        "'id,name,kind\nsatu,Dinas A,dinas', /id, UNKNOWN_UNIT",
        "'name,kind,parent\nDinas A,dinas,999', /parent, UNKNOWN_UNIT",
        "'name,kind\n-,dinas', /name, REQUIRED",
        "'name\nDinas A', /kind, REQUIRED",
        "'name,kind\nDinas A', '', CELLS"
    })
    void aRowThatIsWrong_isRefusedByItself(String text, String field, Reason reason) {
        var rows = rows(CONSOLE, text.replace("\\n", "\n"));

        assertThat(rows)
                .containsExactly(new UnitImport.Row(2, Fate.REFUSED, null, List.of(new FieldReason(field, reason))));
        assertThat(await(identity.module.units().tree(CONSOLE))).isEmpty();
    }

    @Test
    void whatIsNoTableOfUnits_isRefusedAsAWhole() {
        assertThat(await(identity.module.units().importCsv(CONSOLE, "name,name,warna\nA,B,C\n")))
                .isEqualTo(new UnitImport.Refused(List.of(
                        new FieldReason("/1/name", Reason.COLUMN_TWICE),
                        new FieldReason("/1/warna", Reason.COLUMN_UNKNOWN))));
        assertThat(await(identity.module.units().importCsv(CONSOLE, "")))
                .isEqualTo(new UnitImport.Refused(List.of(new FieldReason("/1", Reason.CSV_FORM))));
    }

    @Test
    void whoEditsOneOffice_takesInWhatIsBelowIt_onlyThat() {
        fates("name,kind\nDinas Milik,dinas\nDinas Lain,dinas\n");
        UnitId mine = named("Dinas Milik").id();
        identity.give(identity.account("kepala"), "admin-sistem", mine);
        var chief = identity.person(identity.enter("kepala").session());

        assertThat(rows(chief, """
                        name,kind,parent
                        Bidang Baru,bidang,Dinas Milik
                        Seksi Baru,seksi,Bidang Baru
                        Bidang Asing,bidang,Dinas Lain
                        Dinas Atas,dinas,
                        """))
                .extracting(UnitImport.Row::fate)
                .containsExactly(Fate.CREATED, Fate.CREATED, Fate.REFUSED, Fate.REFUSED);
    }

    @Test
    void theTrailHasAllOfItAsOneChangeSet() {
        fates("name,kind,parent\nDinas A,dinas,\nBidang B,bidang,Dinas A\nC,x,Dinas Z\n");

        var filter = new AuditFilter(null, "unit", null, null, null, null, null);
        var entries = identity.postgres
                .database()
                .run(Lane.EDITS, handle -> identity.module.trail().page(handle, filter, 10, null))
                .items();
        assertThat(entries)
                .extracting(AuditEntry::action, AuditEntry::objectLabel)
                .containsExactly(
                        tuple(AuditAction.IMPORTED, null),
                        tuple(AuditAction.CREATED, "Bidang B"),
                        tuple(AuditAction.CREATED, "Dinas A"));
        assertThat(entries)
                .extracting(AuditEntry::changeSet)
                .containsOnly(entries.getFirst().changeSet());
        assertThat(String.valueOf(entries.getFirst().after()))
                .contains("\"created\":2", "\"refused\":1", "\"unchanged\":0");
    }

    @Test
    void aUnitThatIsInUseSaysSo_alsoAfterAnImport() {
        fates("name,kind,parent\nDinas A,dinas,\nBidang B,bidang,Dinas A\n");

        assertThat(TestingIdentity.reasons(
                        identity.module.units().delete(CONSOLE, named("Dinas A").id())))
                .containsExactly(Reason.IN_USE);
        done(identity.module.units().delete(CONSOLE, named("Bidang B").id()));
    }
}
