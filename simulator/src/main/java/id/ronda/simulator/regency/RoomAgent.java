package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import java.util.function.ToDoubleFunction;

/** What the sensors of the server room serve, by AKCP's sensorProbe+. */
final class RoomAgent {
    private static final String AKCP = "1.3.6.1.4.1.3854.3.5.";
    /** sensorStatus: normal 2, highWarning 3, highCritical 4. */
    private static final double WARM = 28;

    private static final double HOT = 32;

    private RoomAgent() {}

    static ObjectTree tree(World world) {
        AgentTree tree = new AgentTree(world)
                .system("SP2+ sensorProbe", "1.3.6.1.4.1.3854.3", "sensor-ruang", "Ruang server Dinas Kominfo");
        temperature(tree, 0, "Lorong dingin", at -> at.room().celsius() + 0.2 * at.flicker(1));
        temperature(tree, 1, "Lorong panas", at -> at.room().celsius() + 11 + 0.4 * at.flicker(2));
        humidity(tree);
        return tree.text(AKCP + "4.1.2.0.0.3.0", "Pintu ruang server")
                .reading(AKCP + "4.1.6.0.0.3.0", at -> at.doorOpen() ? 4 : 2)
                .build();
    }

    private static void temperature(AgentTree tree, int port, String description, ToDoubleFunction<World> celsius) {
        String at = ".0.0." + port + ".0";
        double shift = 11 * port;
        tree.text(AKCP + "2.1.2" + at, description)
                .reading(AKCP + "2.1.4" + at, celsius)
                .text(AKCP + "2.1.5" + at, "C")
                .reading(AKCP + "2.1.6" + at, world -> status(celsius.applyAsDouble(world) - shift))
                .reading(AKCP + "2.1.20" + at, world -> celsius.applyAsDouble(world) * 10);
    }

    private static void humidity(AgentTree tree) {
        ToDoubleFunction<World> percent = world -> world.room().humidity() + world.flicker(3);
        tree.text(AKCP + "3.1.2.0.0.2.0", "Kelembapan")
                .reading(AKCP + "3.1.4.0.0.2.0", percent)
                .integer(AKCP + "3.1.6.0.0.2.0", 2)
                .reading(AKCP + "3.1.20.0.0.2.0", world -> percent.applyAsDouble(world) * 10);
    }

    private static int status(double celsius) {
        if (celsius >= HOT) {
            return 4;
        }
        return celsius >= WARM ? 3 : 2;
    }
}
