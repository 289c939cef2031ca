package id.ronda.collector.source;

import id.ronda.collector.snmp.SnmpFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A conversation with a NUT server: a command a line, an answer of a line or a list. Blocks; bounded in time, octets and lines. */
final class NutConnection implements AutoCloseable {
    private static final int LONGEST_LINE = 8192;

    private final Socket socket;
    private final long deadlineNanos;
    private final SourceLimits limits;
    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST_LINE];
    private int next;
    private int filled;
    private int octets;

    private NutConnection(Socket socket, long deadlineNanos, SourceLimits limits) throws IOException {
        this.socket = socket;
        this.deadlineNanos = deadlineNanos;
        this.limits = limits;
        this.in = socket.getInputStream();
    }

    static NutConnection open(InetSocketAddress address, long deadlineNanos, SourceLimits limits) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, millisUntil(deadlineNanos));
            return new NutConnection(socket, deadlineNanos, limits);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("the time for the whole answer is over");
        }
        return (int) millis;
    }

    /** Says a command that is answered by OK. */
    void command(String... words) throws SourceFailed, IOException {
        say(words);
        var answer = NutReply.words(line());
        if (answer.isEmpty() || !answer.getFirst().equals("OK")) {
            throw refused(answer);
        }
    }

    /** The lines between BEGIN LIST and END LIST. */
    List<List<String>> list(String... what) throws SourceFailed, IOException {
        var words = new ArrayList<String>(List.of("LIST"));
        words.addAll(List.of(what));
        say(words.toArray(String[]::new));
        var begin = NutReply.words(line());
        if (begin.size() < 2 || !begin.getFirst().equals("BEGIN")) {
            throw refused(begin);
        }
        var rows = new ArrayList<List<String>>();
        for (var row = NutReply.words(line()); !isEnd(row); row = NutReply.words(line())) {
            if (rows.size() == limits.values()) {
                throw new SourceFailed(SnmpFailure.TOO_MANY_ROWS, "more than " + limits.values() + " lines");
            }
            if (!row.isEmpty() && row.getFirst().equals("ERR")) {
                throw NutReply.error(row);
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isEnd(List<String> row) {
        return row.size() > 1 && row.getFirst().equals("END") && row.get(1).equals("LIST");
    }

    private static SourceFailed refused(List<String> answer) {
        return !answer.isEmpty() && answer.getFirst().equals("ERR")
                ? NutReply.error(answer)
                : new SourceFailed(SnmpFailure.MALFORMED, "an answer that is not of NUT");
    }

    private void say(String... words) throws IOException {
        var line = new StringBuilder();
        for (String word : words) {
            line.append(line.isEmpty() ? "" : " ").append(quoted(word));
        }
        socket.getOutputStream().write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.@-]+")
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String line() throws SourceFailed, IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (octet < 0) {
                throw new SourceFailed(SnmpFailure.TRUNCATED, "the server ended in the middle of an answer");
            }
            line.write(octet);
            if (line.size() > LONGEST_LINE || ++octets > limits.octets()) {
                throw new SourceFailed(SnmpFailure.TOO_MANY_ROWS, "an answer without end");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The next octet, -1 at the end. */
    private int read() throws IOException {
        if (next == filled) {
            socket.setSoTimeout(millisUntil(deadlineNanos));
            filled = Math.max(0, in.read(buffer));
            next = 0;
        }
        return filled == 0 ? -1 : buffer[next++];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
