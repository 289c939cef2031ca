package id.ronda.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChainHashTest {

    private static final Instant TIME = Instant.parse("2026-11-21T04:00:00.000001Z");

    /** Made by hand from the description of version 1: sealed trails must be verifiable for ever. */
    @Test
    void versionOne_neverChanges() {
        AuditRow row = new AuditRow(2, 3, TIME, null, List.of("a", "é"));

        assertThat(ChainHash.of(ChainHash.ORIGIN, 1, row))
                .isEqualTo("2dd273acb9d21a27ed0a4bd66d3b1d387a095fbba6323b415617ad5b38854483");
    }

    @Test
    void everyPart_isHashed() {
        AuditRow row = row("a", "b", null);
        Set<String> hashes = new HashSet<>(List.of(
                ChainHash.of(ChainHash.ORIGIN, 1, row),
                ChainHash.of(ChainHash.of(new byte[0]), 1, row),
                ChainHash.of(ChainHash.ORIGIN, 2, row),
                ChainHash.of(ChainHash.ORIGIN, 1, new AuditRow(3, 3, TIME, null, row.texts())),
                ChainHash.of(ChainHash.ORIGIN, 1, new AuditRow(2, 4, TIME, null, row.texts())),
                ChainHash.of(ChainHash.ORIGIN, 1, new AuditRow(2, 3, TIME.plusNanos(1_000), null, row.texts())),
                ChainHash.of(ChainHash.ORIGIN, 1, new AuditRow(2, 3, TIME, TIME, row.texts()))));

        assertThat(hashes).hasSize(7);
    }

    @Test
    void texts_cannotBeMovedBetweenColumns() {
        Set<String> hashes = new HashSet<>();
        List<AuditRow> rows = List.of(
                row("ab", "", null),
                row("a", "b", null),
                row("", "ab", null),
                row("ab", null, ""),
                row(null, "ab", ""),
                row("ab", null, null));
        rows.forEach(row -> hashes.add(ChainHash.of(ChainHash.ORIGIN, 1, row)));

        assertThat(hashes).hasSameSizeAs(rows);
    }

    private static AuditRow row(@Nullable String... texts) {
        List<@Nullable String> list = new ArrayList<>();
        Collections.addAll(list, texts);
        return new AuditRow(2, 3, TIME, null, list);
    }
}
