package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditFault.Kind;
import id.ronda.identity.AuditVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to rewrite the trail as the database's owner, or its checkpoints as the files' owner, and where it is found. */
final class VerificationTest {

    private static final String PUT_BACK = """
            update identity.audit a
               set (at, program_at, change_set, actor_kind, actor_id, actor_name, address, session, agent, database_role
                  , action, object_type, object_id, object_label, before, after, note)
                 = (select at, program_at, change_set, actor_kind, actor_id, actor_name, address, session, agent
                         , database_role, action, object_type, object_id, object_label, before, after, note
                      from stock.kept)
             where\s""";

    @TempDir
    private Path data;

    private TestingTrail trail;

    @BeforeEach
    void threeCheckpoints() throws IOException {
        trail = new TestingTrail(data);
        trail.addSealed(4, 3, 3);
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void untouched_isIntact() throws IOException {
        AuditVerdict verdict = trail.verify();

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.rows()).isEqualTo(10);
        assertThat(verdict.seals()).isEqualTo(10);
        assertThat(verdict.checkpoints()).isEqualTo(3);
        assertThat(verdict.waiting()).isZero();
        assertThat(verdict.unsigned()).isZero();
        assertThat(verdict.first()).isEqualTo(trail.entries().getFirst().at());
        assertThat(verdict.last()).isEqualTo(trail.entries().getLast().at());
        assertThat(verdict.key()).matches("[0-9a-f]{16}");
    }

    @Test
    void empty_isIntact(@TempDir Path other) throws IOException {
        try (TestingTrail empty = new TestingTrail(other)) {
            assertThat(empty.verify()).isEqualTo(new AuditVerdict(0, 0, 0, 0, 0, null, null, null, null));
        }
    }

    @Test
    void changedField_isFoundWhicheverItIs() throws IOException {
        List<String> edits = List.of(
                "at = at + interval '1 microsecond'",
                "program_at = null",
                "change_set = gen_random_uuid()",
                "actor_kind = 'system'",
                "actor_id = '8'",
                "actor_name = 'Rina'",
                "address = null",
                "session = 'session-2'",
                "agent = ''",
                "database_role = 'postgres'",
                "action = 'changed'",
                "object_type = 'device'",
                "object_id = 'A/50'",
                "object_label = ''",
                "before = '{}'",
                "after = after || '{\"number\": 6}'",
                "note = 'nothing to see'");
        trail.tamper("create table stock.kept as select * from identity.audit where " + at(5));
        for (String edit : edits) {
            trail.tamper(PUT_BACK + at(5), "update identity.audit set " + edit + " where " + at(5));

            assertFault(Kind.ROW_CHANGED, 5);
        }
        trail.tamper(PUT_BACK + at(5));
        assertThat(trail.verify().fault()).as("all was put back").isNull();
    }

    @Test
    void changedTransaction_isFound() throws IOException {
        trail.tamper("update identity.audit set xid = '3' where " + at(8));

        assertFault(Kind.ROW_CHANGED, 8);
    }

    @Test
    void changedFirstAndLastRows_areFound() throws IOException {
        trail.tamper("update identity.audit set note = 'x' where " + at(10));
        assertFault(Kind.ROW_CHANGED, 10);

        trail.tamper("update identity.audit set note = 'x' where " + at(1));
        assertFault(Kind.ROW_CHANGED, 1);
    }

    @Test
    void deletedRow_isFound() throws IOException {
        trail.tamper("delete from identity.audit where " + at(6));

        AuditFault fault = assertFault(Kind.ROW_DELETED, 6);
        assertThat(fault.text()).contains("position 6").contains("deleted");
    }

    @Test
    void deletedRowWithItsSeal_isFound() throws IOException {
        trail.tamper("delete from identity.audit where " + at(6), "delete from identity.audit_seal where position = 6");

        assertFault(Kind.SEAL_MISSING, 6);
    }

    @Test
    void deletedRow_withAllLaterSealsMovedUp_isFound() throws IOException {
        trail.tamper(
                "delete from identity.audit where " + at(6),
                "delete from identity.audit_seal where position = 6",
                "update identity.audit_seal set position = -position where position > 6",
                "update identity.audit_seal set position = -position - 1 where position < 0");

        // What stands there now is another row with another hash.
        assertFault(Kind.ROW_CHANGED, 6);
    }

    @Test
    void newestRowsCutOff_areFoundUpToTheLastCheckpoint() throws IOException {
        trail.tamper(
                "delete from identity.audit where id in (select audit_id from identity.audit_seal where position > 8)",
                "delete from identity.audit_seal where position > 8");

        AuditFault fault = assertFault(Kind.TAIL_CUT, 9);
        assertThat(fault.text()).contains("ends at position 8").contains("position 10");
    }

    @Test
    void newestRowsCutOff_areFoundAlsoAfterTheServerWentOn() throws IOException {
        trail.tamper(
                "delete from identity.audit where id in (select audit_id from identity.audit_seal where position > 8)",
                "delete from identity.audit_seal where position > 8");
        trail.addSealed(1);
        assertFault(Kind.TAIL_CUT, 10);

        trail.addSealed(5);

        assertFault(Kind.CHAIN_REWRITTEN, 10);
    }

    @Test
    void everythingCutOff_isFound() throws IOException {
        trail.tamper("truncate identity.audit, identity.audit_seal, identity.audit_checkpoint");

        assertFault(Kind.TAIL_CUT, 1);
    }

    @Test
    void changedSeal_isToldFromAChangedRow() throws IOException {
        for (int position : List.of(1, 6, 7, 10)) {
            trail.tamper("update identity.audit_seal set hash = sha256(hash) where position = " + position);
            assertFault(Kind.SEAL_CHANGED, position);

            // Put back by sealing anew: the same rows give the same hashes.
            trail.tamper("delete from identity.audit_seal where position >= " + position);
            trail.seal();
            assertThat(trail.verify().fault()).isNull();
        }
    }

    @Test
    void chainRewrittenToTheEnd_isFoundByTheNextCheckpoint() throws IOException {
        trail.tamper(
                "update identity.audit set actor_name = 'Rina' where " + at(5),
                "delete from identity.audit_seal where position >= 5");
        trail.seal();

        // Every seal fits its row again, and position 7 was signed with another hash.
        AuditFault fault = assertFault(Kind.CHAIN_REWRITTEN, 7);
        assertThat(fault.text()).contains("behind position 4");
    }

    @Test
    void rowInsertedAmongSealedOnes_isFound() throws IOException {
        trail.tamper("""
                insert into identity.audit (at, xid, change_set, actor_kind, actor_name, database_role, action, object_type)
                select at, xid, change_set, actor_kind, actor_name, database_role, action, object_type
                  from identity.audit where\s""" + at(5));

        assertFault(Kind.ROW_INSERTED, 6);
    }

    @Test
    void rowThatIsNotSealed_isAFaultOnlyWhenItIsOld() throws IOException {
        trail.addItems(2);
        AuditVerdict young = trail.verify();
        assertThat(young.fault()).isNull();
        assertThat(young.waiting()).isEqualTo(2);
        assertThat(young.rows()).isEqualTo(12);

        trail.tamper(
                "update identity.audit set at = at - interval '11 seconds' where id = (select max(id) from identity.audit)");

        assertFault(Kind.ROW_NOT_SEALED, 11);
    }

    @Test
    void editedCheckpoint_isFound() throws IOException {
        editLines(lines -> lines.set(1, lines.get(1).replace("\"count\":3", "\"count\":4")));

        assertFault(Kind.SIGNATURE_WRONG, 2);
    }

    @Test
    void checkpointWrittenDifferently_isFound() throws IOException {
        editLines(lines -> lines.set(2, lines.get(2).replace("\"position\"", " \"position\"")));
        assertFault(Kind.CHECKPOINT_CHANGED, 3);

        editLines(lines -> lines.set(2, "no JSON"));
        assertFault(Kind.CHECKPOINT_CHANGED, 3);
    }

    @Test
    void checkpointSignedWithAnotherKey_isFound(@TempDir Path other) throws IOException {
        Files.delete(trail.keys().resolve("audit-signing.key"));
        assertFault(Kind.SIGNATURE_WRONG, 1);

        SigningKey.loadOrMake(trail.keys(), new SecureRandom());
        assertFault(Kind.SIGNATURE_WRONG, 1);
    }

    @Test
    void checkpointTakenOut_isFoundWhereverItWas() throws IOException {
        List<String> whole = Files.readAllLines(trail.checkpoints());
        for (int line : List.of(1, 2, 3)) {
            editLines(lines -> lines.remove(line - 1));
            assertFault(Kind.CHECKPOINT_MISSING, line);
            Files.write(trail.checkpoints(), whole);
        }
        Files.delete(trail.checkpoints());
        assertFault(Kind.CHECKPOINT_MISSING, 1);
    }

    @Test
    void fileCutInALine_isFound() throws IOException {
        byte[] whole = Files.readAllBytes(trail.checkpoints());
        Files.write(trail.checkpoints(), Arrays.copyOf(whole, whole.length - 20));

        assertFault(Kind.CHECKPOINT_CHANGED, 3);
    }

    @Test
    void lineThatWasBeingWritten_isNoFault() throws IOException {
        Files.writeString(trail.checkpoints(), Files.readString(trail.checkpoints()) + "{\"format\":\"ronda-au");

        assertThat(trail.verify().fault()).isNull();
    }

    @Test
    void endlessLine_isAFaultAndNotAFullMemory() throws IOException {
        Files.writeString(trail.checkpoints(), "x".repeat(5_000_000), UTF_8);

        assertFault(Kind.CHECKPOINT_CHANGED, 1);
    }

    private AuditFault assertFault(Kind kind, long place) throws IOException {
        AuditFault fault = trail.verify().fault();
        assertThat(fault).isNotNull();
        assertThat(fault.kind()).as(fault.text()).isEqualTo(kind);
        assertThat(fault.place()).as(fault.text()).isEqualTo(place);
        return fault;
    }

    private void editLines(Consumer<List<String>> edit) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(trail.checkpoints()));
        edit.accept(lines);
        Files.write(trail.checkpoints(), lines);
    }

    private static String at(int position) {
        return "id = (select audit_id from identity.audit_seal where position = " + position + ")";
    }
}
