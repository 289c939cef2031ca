package id.ronda.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What was served when, so that a stored sample can be held against the answer it came from. Bounded: of each object the
 * newest answers are kept. Only numbers are logged.
 */
public final class ServedLog {
    private final int perObject;
    private final Map<String, Pages> devices = new ConcurrentHashMap<>();

    /** One answer: when, on the server's ticker, and with which number. */
    public record Served(long nanos, long value) {}

    /** Keeps this many answers of each object. */
    public ServedLog(int perObject) {
        if (perObject < 1) {
            throw new IllegalArgumentException("a log keeps at least one answer, not " + perObject);
        }
        this.perObject = perObject;
    }

    /** The answers a device gave for an object, oldest first. */
    public List<Served> served(String device, Oid oid) {
        Pages pages = devices.get(device);
        return pages == null ? List.of() : pages.served(oid);
    }

    /** The pages of one device, to write on. */
    public Pages pages(SimulatedDevice device) {
        return devices.computeIfAbsent(device.name(), name -> new Pages(device.tree(), perObject));
    }

    /** The log of one device. */
    public static final class Pages {
        private final ObjectTree tree;
        private final int perObject;
        private final Map<Integer, Ring> rings = new HashMap<>();

        private Pages(ObjectTree tree, int perObject) {
            this.tree = tree;
            this.perObject = perObject;
        }

        /** Notes one answer. */
        public synchronized void add(int object, long nanos, long value) {
            rings.computeIfAbsent(object, first -> new Ring(perObject)).add(nanos, value);
        }

        private synchronized List<Served> served(Oid oid) {
            Ring ring = rings.get(tree.find(oid));
            return ring == null ? List.of() : ring.toList();
        }
    }

    /** The newest answers for one object. */
    private static final class Ring {
        private final long[] answers;
        private int count;

        private Ring(int size) {
            answers = new long[2 * size];
        }

        private void add(long nanos, long value) {
            int at = 2 * count++ % answers.length;
            answers[at] = nanos;
            answers[at + 1] = value;
        }

        private List<Served> toList() {
            return IntStream.range(Math.max(0, count - answers.length / 2), count)
                    .map(answer -> 2 * answer % answers.length)
                    .mapToObj(at -> new Served(answers[at], answers[at + 1]))
                    .toList();
        }
    }
}
