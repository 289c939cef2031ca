package id.ronda.kernel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook (ECMA-376) of one sheet: text is text, numbers are numbers, and there is no formula in it. */
public final class XlsxFile implements TableFile {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final long LARGEST_WHOLE = 1L << 53;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /** Begins a file with its header, which stays in sight. */
    public XlsxFile(Path file, String title, List<String> header) throws IOException {
        workbook = new Workbook(Files.newOutputStream(file), "Ronda", "1.0");
        sheet = workbook.newWorksheet(title);
        for (int i = 0; i < header.size(); i++) {
            sheet.inlineString(0, i, header.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
        rows = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            @Nullable Object value = cells.get(i);
            switch (value) {
                case null -> {}
                case Boolean truth -> sheet.value(rows, i, truth);
                case Number number when fits(number) -> sheet.value(rows, i, number);
                default -> sheet.inlineString(rows, i, cut(value.toString()));
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** A cell holds a double: what is more exact, or no number at all, stays text. */
    private static boolean fits(Number number) {
        return Double.isFinite(number.doubleValue())
                && (!(number instanceof Long whole) || Math.abs(whole) <= LARGEST_WHOLE);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    @Override
    public void markIncomplete(String sentence) throws IOException {
        sheet.finish();
        Worksheet note = workbook.newWorksheet("!");
        note.inlineString(0, 0, sentence);
        note.finish();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
