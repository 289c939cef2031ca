package id.ronda.kernel.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * Encodes rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format") into one reused buffer,
 * without an object per value. A row is {@link #row(int)} followed by exactly that many fields in the order of the
 * columns; the field's method must be that of the column's type, for the server does not convert.
 */
public final class CopyRows {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** PostgreSQL counts microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final int LARGEST_FIXED = 64;

    /** Takes full buffers; the bytes are only valid during the call. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int length);
    }

    private final byte[] buffer;
    private final Sink sink;
    private int position;
    private int missingFields;
    private long rows;

    CopyRows(byte[] buffer, Sink sink) {
        this.buffer = buffer;
        this.sink = sink;
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        position = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    /** Begins a row of that many fields. */
    public CopyRows row(int fields) {
        expectRowEnd();
        makeRoom(LARGEST_FIXED);
        SHORT.set(buffer, position, (short) fields);
        position += 2;
        missingFields = fields;
        rows++;
        return this;
    }

    /**
     * One whole row of (int4, timestamptz, float8), the shape of a sample, in a single step.
     *
     * @param micros microseconds since 1970-01-01T00:00:00Z
     */
    public CopyRows sample(int series, long micros, double value) {
        expectRowEnd();
        makeRoom(LARGEST_FIXED);
        byte[] bytes = buffer;
        int at = position;
        SHORT.set(bytes, at, (short) 3);
        INT.set(bytes, at + 2, 4);
        INT.set(bytes, at + 6, series);
        INT.set(bytes, at + 10, 8);
        LONG.set(bytes, at + 14, micros - EPOCH_MICROS);
        INT.set(bytes, at + 22, 8);
        LONG.set(bytes, at + 26, Double.doubleToRawLongBits(value));
        position = at + 34;
        rows++;
        return this;
    }

    /** A field of type {@code int4}. */
    public CopyRows int4(int value) {
        field(4);
        putInt(value);
        return this;
    }

    /** A field of type {@code int8}. */
    public CopyRows int8(long value) {
        field(8);
        putLong(value);
        return this;
    }

    /** A field of type {@code float8}. */
    public CopyRows float8(double value) {
        field(8);
        putLong(Double.doubleToRawLongBits(value));
        return this;
    }

    /** A field of type {@code bool}. */
    public CopyRows bool(boolean value) {
        field(1);
        buffer[position++] = (byte) (value ? 1 : 0);
        return this;
    }

    /**
     * A field of type {@code timestamptz}.
     *
     * @param micros microseconds since 1970-01-01T00:00:00Z
     */
    public CopyRows timestamptz(long micros) {
        field(8);
        putLong(micros - EPOCH_MICROS);
        return this;
    }

    /** A field of type {@code timestamptz}, cut to microseconds. */
    public CopyRows timestamptz(Instant time) {
        return timestamptz(
                Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000L));
    }

    /** A field of type {@code text}, or of another type whose binary form is its UTF-8 text (varchar, json). */
    public CopyRows text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    /** A field of type {@code bytea}. */
    public CopyRows bytes(byte[] value) {
        field(value.length);
        for (int from = 0; from < value.length; ) {
            makeRoom(1);
            int part = Math.min(value.length - from, buffer.length - position);
            System.arraycopy(value, from, buffer, position, part);
            position += part;
            from += part;
        }
        return this;
    }

    /** A field of any type that is NULL. */
    public CopyRows nul() {
        field(-1);
        return this;
    }

    /** Ends the stream and hands over what is left; gives the number of rows. */
    long end() {
        expectRowEnd();
        makeRoom(LARGEST_FIXED);
        SHORT.set(buffer, position, (short) -1);
        position += 2;
        handOver();
        return rows;
    }

    private void field(int length) {
        if (--missingFields < 0) {
            throw new IllegalStateException("row " + rows + " has more fields than it announced");
        }
        makeRoom(LARGEST_FIXED);
        putInt(length);
    }

    private void expectRowEnd() {
        if (missingFields > 0) {
            throw new IllegalStateException("row " + rows + " lacks " + missingFields + " of its fields");
        }
    }

    private void makeRoom(int bytes) {
        if (buffer.length - position < bytes) {
            handOver();
        }
    }

    private void handOver() {
        sink.write(buffer, position);
        position = 0;
    }

    private void putInt(int value) {
        INT.set(buffer, position, value);
        position += 4;
    }

    private void putLong(long value) {
        LONG.set(buffer, position, value);
        position += 8;
    }
}
