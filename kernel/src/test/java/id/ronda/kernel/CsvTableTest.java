package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.CsvTable.Broken;
import id.ronda.kernel.CsvTable.Row;
import id.ronda.kernel.CsvTable.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @Test
    void rowsKnowTheirLines_alsoBehindEmptyOnesAndBreaksInCells() {
        assertThat(CsvTable.parse("a,b\r\n1,\"x\ny\"\r\n\r\n,\r\n2,z\r\n"))
                .isEqualTo(new Table(
                        List.of("a", "b"), List.of(new Row(2, List.of("1", "x\ny")), new Row(6, List.of("2", "z")))));
    }

    @Test
    void aMarkAtTheBeginningAndSemicolonsAreNoMatter() {
        assertThat(CsvTable.parse("\uFEFFa;b\n1,5;2\n"))
                .isEqualTo(new Table(List.of("a", "b"), List.of(new Row(2, List.of("1,5", "2")))));
    }

    @Test
    void aRowHasAsManyCellsAsItHas() {
        assertThat(CsvTable.parse("a,b\n1\n1,2,3\n"))
                .isEqualTo(new Table(
                        List.of("a", "b"), List.of(new Row(2, List.of("1")), new Row(3, List.of("1", "2", "3")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " ,\n", "a,b\n\"1,2\n"})
    void whatIsNoTable_saysWhy(String text) {
        assertThat(CsvTable.parse(text))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason()).isNotBlank().isNotEqualTo("null"));
    }
}
