package id.ronda.kernel.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by other programs' readers. */
final class TableFileTest {

    @TempDir
    Path folder;

    private Path csv(@Nullable Object... cells) throws IOException {
        Path file = folder.resolve("t.csv");
        try (TableFile table = new CsvFile(file, List.of("a", "b"))) {
            table.row(Arrays.asList(cells));
        }
        return file;
    }

    private List<Row> xlsx(@Nullable Object... cells) throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (TableFile table = new XlsxFile(file, "things", List.of("a", "b"))) {
            table.row(Arrays.asList(cells));
        }
        return rows(file);
    }

    private static List<Row> rows(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.getFirstSheet().read();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", "＝1", "＠x", "=HYPERLINK(\"http://x\")"})
    void textThatCouldBeAFormulaIsText(String text) throws IOException {
        assertThat(SafeText.of(text)).isEqualTo("'" + text);
        Cell cell = xlsx(text).get(1).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.asString().strip()).isEqualTo(text.strip());
    }

    @Test
    void csvKeepsNumbersQuotesAndNothing() throws IOException {
        assertThat(csv(-1, "x,\"y\"")).hasContent("a,b\r\n-1,\"x,\"\"y\"\"\"\r\n");
        assertThat(csv(null, Instant.EPOCH)).hasContent("a,b\r\n,1970-01-01T00:00:00Z\r\n");
    }

    @Test
    void xlsxKnowsNumbersTruthTimesAndNothing() throws IOException {
        Row row = xlsx(-1.5, true, Instant.EPOCH, null, 9_007_199_254_740_993L, Double.NaN)
                .get(1);

        assertThat(row.getCell(0).asNumber()).isEqualByComparingTo("-1.5");
        assertThat(row.getCell(1).asBoolean()).isTrue();
        assertThat(row.getCell(2).asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(row.getOptionalCell(3)).isEmpty();
        assertThat(row.getCell(4).asString()).as("more exact than a double").isEqualTo("9007199254740993");
        assertThat(row.getCell(5).asString()).isEqualTo("NaN");
    }

    @Test
    void xlsxBeginsWithItsHeaderOnASheetOfThatName() throws IOException {
        assertThat(xlsx(1, 2).getFirst().getCells(0, 2))
                .extracting(Cell::asString)
                .containsExactly("a", "b");
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("t.xlsx").toFile())) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("things");
        }
    }

    @Test
    void whatNoDocumentCanHoldIsLeftOutOrCut() throws IOException {
        Row row = xlsx("a\u0001\u0000b<&>", "x".repeat(40_000)).get(1);

        assertThat(row.getCell(0).asString()).isEqualTo("ab<&>");
        assertThat(row.getCell(1).asString()).hasSize(32_767).endsWith("…");
    }

    @Test
    void manyRowsAreOnTheDiskBeforeTheEnd() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (TableFile table = new XlsxFile(file, "many", List.of("n", "text"))) {
            for (int i = 0; i < 20_000; i++) {
                table.row(List.of(i, "row " + i * 7919L));
            }
            assertThat(Files.size(file)).isGreaterThan(50_000);
        }
        List<Row> rows = rows(file);
        assertThat(rows).hasSize(20_001);
        assertThat(rows.getLast().getCell(0).asNumber()).isEqualByComparingTo("19999");
    }

    @Test
    void incompleteWorkbookSaysSoOnASheetOfItsOwn() throws IOException {
        Path file = folder.resolve("cut.xlsx");
        try (TableFile table = new XlsxFile(file, "things", List.of("a"))) {
            table.row(List.of(1));
            table.markIncomplete("there is more");
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(2);
            assertThat(sheets.getLast().read().getFirst().getCell(0).asString()).isEqualTo("there is more");
        }
    }
}
