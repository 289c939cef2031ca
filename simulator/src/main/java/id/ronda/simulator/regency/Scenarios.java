package id.ronda.simulator.regency;

import id.ronda.simulator.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The scenarios that are shipped. */
public final class Scenarios {
    /** All of them. */
    public static final List<Scenario> ALL = List.of(
            new PlnOutage(),
            new LinkCut(),
            new Single(
                    "water-leak",
                    "Condensate of the air conditioner runs under the floor of the data centre for fifteen minutes.",
                    Duration.ofMinutes(15),
                    Scenario.Trouble.WATER),
            new Single(
                    "open-door",
                    "The data centre and a rack in it stand open for ten minutes.",
                    Duration.ofMinutes(10),
                    Scenario.Trouble.DOOR),
            new Single(
                    "fibre-cut",
                    "A fibre of the optical access network is cut for ten minutes.",
                    Duration.ofMinutes(10),
                    Scenario.Trouble.FIBRE),
            new HotRoom());

    private Scenarios() {}

    private record PlnOutage() implements Scenario {
        @Override
        public String name() {
            return "pln-outage";
        }

        @Override
        public String description() {
            return "The utility fails for ten minutes: UPS on battery, the generator takes over, the mains return.";
        }

        @Override
        public Duration length() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Conditions at(Duration elapsed) {
            return new Conditions(false, true, Set.of());
        }
    }

    /** One trouble from beginning to end. */
    private record Single(String name, String description, Duration length, Trouble trouble) implements Scenario {
        @Override
        public Conditions at(Duration elapsed) {
            return Conditions.with(trouble);
        }
    }

    private record LinkCut() implements Scenario {
        /** The office whose link is cut: Dinas Kesehatan. */
        private static final int OFFICE = 15;

        @Override
        public String name() {
            return "link-cut";
        }

        @Override
        public String description() {
            return "The link of one office is cut for five minutes.";
        }

        @Override
        public Duration length() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Conditions at(Duration elapsed) {
            return new Conditions(true, true, Set.of(OFFICE));
        }
    }

    private record HotRoom() implements Scenario {
        @Override
        public String name() {
            return "hot-room";
        }

        @Override
        public String description() {
            return "The air conditioning of the data centre fails for twenty minutes.";
        }

        @Override
        public Duration length() {
            return Duration.ofMinutes(20);
        }

        @Override
        public Conditions at(Duration elapsed) {
            return new Conditions(true, false, Set.of());
        }
    }
}
