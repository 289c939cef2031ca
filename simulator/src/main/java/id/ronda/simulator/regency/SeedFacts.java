package id.ronda.simulator.regency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The offices and servers of a real regency: published names and figures, no addresses. */
final class SeedFacts {
    private SeedFacts() {}

    /** An office and the bandwidth it was given, in Mb/s. */
    record Office(int number, String name, int megabits) {}

    /** A server: what it serves, whose it is, what it is made of. */
    record Server(int number, String service, String office, String model, int memoryGigabytes, int diskGigabytes) {}

    static List<Office> offices() {
        return rows("offices.csv").stream()
                .map(row -> new Office(Integer.parseInt(row[0]), row[1], Integer.parseInt(row[2])))
                .toList();
    }

    static List<Server> servers() {
        return rows("servers.csv").stream()
                .map(row -> new Server(
                        Integer.parseInt(row[0]),
                        row[1],
                        row[2],
                        row[3],
                        Integer.parseInt(row[4]),
                        Integer.parseInt(row[5])))
                .toList();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = SeedFacts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
