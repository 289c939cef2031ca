package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Scenario.Trouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What serves around the racks: the building's meter, the air conditioner, the sensors of the floor, the tower's 48 V plant. */
final class SiteAgents {
    private static final String METER = "1.3.6.1.4.1.34278.";
    private static final String INROW = "1.3.6.1.4.1.318.1.1.13.3.2.2.2.";
    private static final String POSEIDON = "1.3.6.1.4.1.21796.3.3.";
    private static final String ELTEK = "1.3.6.1.4.1.12148.10.";
    private static final String ROOM = "Ruang server Dinas Kominfo";
    private static final String TOWER = "Menara Gedong Tataan";
    /** How the building's load lies on its phases. */
    private static final double[] PHASES = {0.36, 0.33, 0.31};

    private static final double POWER_FACTOR = 0.93;

    private final World world;

    SiteAgents(World world) {
        this.world = world;
    }

    /** The meter behind the transfer switch of the building, by Janitza. */
    ObjectTree buildingMeter() {
        AgentTree tree = new AgentTree(world)
                .system("UMG 604-PRO Power Quality Analyser", "1.3.6.1.4.1.34278", "listrik-gedung", "Panel utama");
        for (int phase = 1; phase <= PHASES.length; phase++) {
            double share = PHASES[phase - 1];
            tree.reading(METER + "1." + phase + ".0", at -> at.buildingVolts() * 10)
                    .reading(METER + "1." + (4 + phase) + ".0", at -> at.buildingVolts() * Math.sqrt(3) * 10)
                    .reading(METER + "1." + (7 + phase) + ".0", at -> amperes(at, share) * 1_000)
                    .reading(METER + "1." + (11 + phase) + ".0", at -> at.incomingWatts() * share)
                    .reading(METER + "1." + (19 + phase) + ".0", at -> at.incomingWatts() * share / POWER_FACTOR)
                    .integer(METER + "1." + (23 + phase) + ".0", 930)
                    .reading(METER + "4." + phase + ".0", at -> at.buildingWattHours() * share / 100);
        }
        return tree.reading(METER + "2.1.0", World::incomingWatts)
                .reading(METER + "2.3.0", at -> at.incomingWatts() / POWER_FACTOR)
                .integer(METER + "2.4.0", 930)
                .reading(METER + "5.1.0", at -> at.buildingWattHours() / 100)
                .reading(METER + "8.1.0", at -> at.buildingHertz() * 100)
                .build();
    }

    private static double amperes(World at, double share) {
        double volts = at.buildingVolts();
        return volts == 0 ? 0 : at.incomingWatts() * share / POWER_FACTOR / volts;
    }

    /** One of the two air conditioners of the server room, by APC's InRow. */
    ObjectTree airConditioner() {
        return new AgentTree(world)
                .system(
                        "APC InRow RD (MB:v4.1.0 PF:v6.4.6 AF1:v6.4.0 MN:ACRD101 HR:06 SN: UK1234001234 MD:03/12/2021)",
                        "1.3.6.1.4.1.318.1.3.14.2",
                        "ac-presisi",
                        ROOM)
                .reading("1.3.6.1.4.1.318.1.1.13.3.1.1.0", at -> at.has(Trouble.WATER) ? 1 : 0)
                .reading(INROW + "1.0", at -> unitWatts(at) > 0 ? 2 : 1)
                .reading(INROW + "2.0", at -> unitWatts(at) / 100)
                .reading(INROW + "3.0", at -> at.room().demandWatts() / 2 / 100)
                .reading(INROW + "5.0", at -> 1_350 * fan(at))
                .reading(INROW + "7.0", at -> at.room().celsius() * 10)
                .reading(INROW + "9.0", at -> (at.room().celsius() - unitWatts(at) / 400) * 10)
                .reading(INROW + "11.0", at -> (at.room().celsius() + 10.5) * 10)
                .reading(INROW + "15.0", at -> 42 * fan(at))
                .reading(INROW + "16.0", at -> 1_000 * fan(at))
                .reading(INROW + "19.0", at -> at.powered() ? 1 : 2)
                .reading(INROW + "27.0", at -> at.has(Trouble.WATER) ? 2 : 1)
                .reading("1.3.6.1.4.1.318.1.1.13.3.2.2.3.1.0", at -> 1_874 + at.elapsedMillis() / 3_600_000.0)
                .build();
    }

    /** It carries half of what both take away, or all of it on the generator. */
    private static double unitWatts(World at) {
        return Math.min(Room.UNIT_WATTS, at.room().coolingWatts() / (at.mains() ? 2 : 1));
    }

    private static double fan(World at) {
        return unitWatts(at) > 0 ? 0.45 + 0.5 * unitWatts(at) / Room.UNIT_WATTS : 0;
    }

    /** Water, smoke and door by an HWg Poseidon under the floor. */
    ObjectTree floorSensors() {
        AgentTree tree = new AgentTree(world)
                .system("Poseidon 3268 SNMP Supervisor v3.5.1", "1.3.6.1.4.1.21796.3.3", "sensor-lantai", ROOM);
        sensor(tree, 1, "Suhu bawah lantai", 0, at -> at.room().celsius() - 3 + 0.2 * at.flicker(90));
        sensor(tree, 2, "Kelembapan bawah lantai", 3, at -> at.room().humidity() + (at.has(Trouble.WATER) ? 18 : 4));
        input(tree, 1, "Air di bawah lantai", at -> at.has(Trouble.WATER));
        input(tree, 2, "Asap", at -> false);
        input(tree, 3, "Pintu ruang server", World::doorOpen);
        return tree.build();
    }

    private static void sensor(AgentTree tree, int index, String name, int unit, ToDoubleFunction<World> value) {
        tree.text(POSEIDON + "3.1.2." + index, name)
                .integer(POSEIDON + "3.1.4." + index, 1)
                .reading(POSEIDON + "3.1.6." + index, at -> 10 * value.applyAsDouble(at))
                .integer(POSEIDON + "3.1.9." + index, unit);
    }

    private static void input(AgentTree tree, int index, String name, Predicate<World> on) {
        tree.reading(POSEIDON + "1.1.2." + index, at -> on.test(at) ? 1 : 0)
                .text(POSEIDON + "1.1.3." + index, name)
                .reading(POSEIDON + "1.1.5." + index, at -> on.test(at) ? 1 : 0);
    }

    /** The 48 V plant of the tower by Eltek's SmartPack. */
    ObjectTree towerPlant() {
        AgentTree tree = new AgentTree(world)
                .system("Eltek SmartPack2 Touch", "1.3.6.1.4.1.12148.10", "rectifier-menara", TOWER)
                .text(ELTEK + "2.6.0", "Flatpack2 PS 48/4000")
                .text(ELTEK + "2.7.0", "231407123456")
                .reading(ELTEK + "2.1.0", SiteAgents::mainsStatus)
                .integer(ELTEK + "2.3.0", 3)
                .integer(ELTEK + "2.15.0", 1)
                .integer(ELTEK + "2.16.0", 0)
                .reading(ELTEK + "3.1.0", SiteAgents::mainsStatus)
                .reading(ELTEK + "3.2.1.0", SiteAgents::mainsStatus)
                .integer(ELTEK + "3.3.0", 1)
                .reading(ELTEK + "3.4.1.2.1", SiteAgents::mainsStatus)
                .text(ELTEK + "3.4.1.3.1", "PLN")
                .reading(ELTEK + "3.4.1.6.1", at -> at.tower().mainsVolts());
        rectifiers(tree);
        battery(tree);
        return tree.build();
    }

    private static int mainsStatus(World at) {
        return at.tower().mains() ? 1 : 3;
    }

    private static void rectifiers(AgentTree tree) {
        tree.text(ELTEK + "5.2.2.0", "Penyearah")
                .reading(ELTEK + "5.2.5.0", at -> at.tower().rectifierAmperes() * 10)
                .reading(ELTEK + "5.3.5.0", at -> at.tower().rectifierLoadPercent())
                .integer(ELTEK + "5.4.5.0", 0)
                .integer(ELTEK + "5.5.0", 2)
                .integer(ELTEK + "9.1.0", 1)
                .text(ELTEK + "9.2.2.0", "Beban radio")
                .reading(ELTEK + "9.2.5.0", at -> at.tower().loadAmperes() * 10)
                .integer(ELTEK + "9.3.0", 1);
        for (int module = 1; module <= 2; module++) {
            tree.reading(ELTEK + "5.6.1.2." + module, SiteAgents::mainsStatus)
                    .reading(ELTEK + "5.6.1.3." + module, at -> at.tower().rectifierAmperes() / 2 * 10)
                    .reading(ELTEK + "5.6.1.4." + module, at -> at.tower().mainsVolts())
                    .text(ELTEK + "5.6.1.5." + module, "Flatpack2 48/2000");
        }
    }

    private static void battery(AgentTree tree) {
        tree.reading(ELTEK + "10.1.0", at -> at.tower().ampereHours() < 30 ? 2 : 1)
                .integer(ELTEK + "10.4.0", 1)
                .reading(ELTEK + "10.5.5.0", at -> at.tower().busVolts() * 100)
                .text(ELTEK + "10.6.2.0", "Baterai")
                .reading(ELTEK + "10.6.5.0", at -> at.tower().batteryAmperes() * 10)
                .text(ELTEK + "10.7.2.0", "Baterai")
                .reading(ELTEK + "10.7.5.0", at -> at.tower().batteryCelsius())
                .reading(ELTEK + "10.8.5.0", at -> at.tower().runtimeSeconds() / 60)
                .reading(ELTEK + "10.9.5.0", at -> at.tower().ampereHours())
                .reading(
                        ELTEK + "10.10.5.0",
                        at -> DcPlant.BATTERY_AMPERE_HOURS - at.tower().ampereHours())
                .integer(ELTEK + "10.11.5.0", (long) DcPlant.BATTERY_AMPERE_HOURS)
                .integer(ELTEK + "10.12.5.0", 96)
                .integer(ELTEK + "10.18.1.0", 1);
    }
}
