package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CopyRowsTest {

    private static final int HEADER = 19;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private CopyRows rows;

    @BeforeEach
    void begin() {
        rows = rows(1024);
    }

    private CopyRows rows(int bufferBytes) {
        return new CopyRows(new byte[bufferBytes], (bytes, length) -> sent.write(bytes, 0, length));
    }

    @Test
    void no_row_is_signature_and_trailer() {
        assertThat(rows.end()).isZero();

        assertThat(sent.toByteArray()).startsWith('P', 'G', 'C', 'O', 'P', 'Y', '\n', 0xFF, '\r', '\n', 0);
        assertThat(sent.toByteArray()).hasSize(HEADER + 2).endsWith(0xFF, 0xFF);
    }

    @Test
    void sample_is_the_same_row_as_its_three_fields() {
        rows.sample(7, 1_000_001, 2.5);
        rows.end();
        byte[] inOneStep = sent.toByteArray();
        sent.reset();

        CopyRows byField = rows(1024);
        byField.row(3).int4(7).timestamptz(1_000_001).float8(2.5);
        byField.end();

        assertThat(sent.toByteArray()).isEqualTo(inOneStep);
    }

    @Test
    void time_counts_microseconds_from_2000() {
        rows.row(1).timestamptz(Instant.parse("2000-01-01T00:00:01.000002999Z"));
        rows.end();

        assertThat(ByteBuffer.wrap(sent.toByteArray()).getLong(HEADER + 2 + 4)).isEqualTo(1_000_002);
    }

    @Test
    void long_text_passes_through_a_small_buffer() {
        String text = "é".repeat(500);
        CopyRows small = rows(128);
        small.row(1).text(text);
        small.end();

        assertThat(sent.size()).isEqualTo(HEADER + 2 + 4 + 1000 + 2);
    }

    @Test
    void wrong_number_of_fields_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rows.row(1).int4(1).int4(2))
                .withMessageContaining("row 1 has more fields");
        assertThatIllegalStateException()
                .isThrownBy(() -> rows(128).row(2).nul().row(1))
                .withMessageContaining("lacks 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> rows(128).row(2).nul().sample(1, 2, 3))
                .withMessageContaining("lacks 1");
    }
}
