package id.ronda.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What processes of this machine cost, as Linux tells in {@code /proc} (proc(5)); empty where it does not.
 *
 * @param proc the folder {@code /proc}
 */
record ProcessCost(Path proc) {

    /** Clock ticks a second (sysconf(_SC_CLK_TCK)): 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;

    /** This machine's. */
    static ProcessCost ofThisMachine() {
        return new ProcessCost(Path.of("/proc"));
    }

    /** The process that started that one. */
    OptionalLong parent(long pid) {
        var fields = stat(pid);
        return fields.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields.get(1)));
    }

    /** Processor seconds of one process, its children left out. */
    OptionalDouble cpuSeconds(long pid) {
        return ticks(stat(pid), 11, 12);
    }

    /** Processor seconds of a process, of its children and of those that have ended. */
    OptionalDouble cpuSecondsWithChildren(long pid) {
        var own = ticks(stat(pid), 11, 12, 13, 14);
        return own.isEmpty()
                ? own
                : OptionalDouble.of(own.getAsDouble()
                        + children(pid).stream()
                                .mapToDouble(child -> cpuSeconds(child).orElse(0))
                                .sum());
    }

    /** Octets of memory that a process keeps, what it shares divided among the sharers (Pss). */
    OptionalLong residentBytes(long pid) {
        try (var lines = Files.lines(proc.resolve(pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The same with its children. */
    OptionalLong residentBytesWithChildren(long pid) {
        var own = residentBytes(pid);
        return own.isEmpty()
                ? own
                : OptionalLong.of(own.getAsLong()
                        + children(pid).stream()
                                .mapToLong(child -> residentBytes(child).orElse(0))
                                .sum());
    }

    private List<Long> children(long pid) {
        var children = new ArrayList<Long>();
        try (var tasks = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var task : tasks) {
                long candidate = Long.parseLong(task.getFileName().toString());
                if (parent(candidate).orElse(0) == pid) {
                    children.add(candidate);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return children;
    }

    private static OptionalDouble ticks(List<String> fields, int... numbers) {
        if (fields.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int number : numbers) {
            sum += Long.parseLong(fields.get(number));
        }
        return OptionalDouble.of(sum / TICKS);
    }

    /** The fields behind the name, which may hold spaces and brackets itself: 0 is the state, 1 the parent. */
    private List<String> stat(long pid) {
        try {
            var line = Files.readString(proc.resolve(pid + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }
}
