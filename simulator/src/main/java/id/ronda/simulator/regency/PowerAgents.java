package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the power devices serve: three UPS, the rack's transfer switch, the generator. */
final class PowerAgents {
    private static final String UPS = "1.3.6.1.2.1.33.1.";
    private static final String APC = "1.3.6.1.4.1.318.1.1.1.";
    private static final String ATS = "1.3.6.1.4.1.318.1.1.8.";
    private static final String COMAP = "1.3.6.1.4.1.28634.14.";
    private static final String LIEBERT = "1.3.6.1.4.1.476.1.42.";
    private static final String OFFICE = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu";
    private static final String LOCATION = "Ruang server Dinas Kominfo";
    private static final String YARD = "Rumah genset Dinas Kominfo";

    private final World world;

    PowerAgents(World world) {
        this.world = world;
    }

    /** UPS A by UPS-MIB (RFC 1628). */
    ObjectTree standardUps() {
        AgentTree tree = new AgentTree(world)
                .system("UPS SNMP agent", "1.3.6.1.2.1.33", "ups-a", LOCATION)
                .text(UPS + "1.1.0", "Simulated Power")
                .text(UPS + "1.2.0", "Online 8 kW")
                .text(UPS + "1.3.0", "1.20")
                .text(UPS + "1.4.0", "2.4.1")
                .text(UPS + "1.5.0", "ups-a");
        upsMib(tree, World::upsA, PowerAgents::inputHertz);
        return tree.reading(UPS + "2.7.0", at -> at.room().celsius() + 3)
                .integer(UPS + "9.1.0", 230)
                .integer(UPS + "9.5.0", 9_000)
                .integer(UPS + "9.6.0", 8_000)
                .build();
    }

    /** The UPS of an office by Vertiv: UPS-MIB, and the battery by Liebert's own. */
    ObjectTree vertivUps() {
        AgentTree tree = new AgentTree(world)
                .system("Liebert GXT5-3000IRT2UXLN", "1.3.6.1.4.1.476.1.42", "ups-pelayanan", OFFICE)
                .text(LIEBERT + "2.1.2.0", "GXT5-3000IRT2UXLN")
                .text(LIEBERT + "2.1.3.0", "1.8.0.0")
                .text(LIEBERT + "2.1.4.0", "2132500123AF061")
                .reading(LIEBERT + "3.5.1.14.0", at -> chargeState(at.upsC()))
                .reading(LIEBERT + "3.5.1.16.0", at -> at.upsC().onBattery() ? 2 : 1)
                .reading(LIEBERT + "3.5.1.18.0", at -> at.upsC().runtimeSeconds() / 60)
                .reading(LIEBERT + "3.5.1.19.0", at -> at.upsC().chargePercent());
        upsMib(tree, World::upsC, World::mainsHertz);
        return tree.integer(UPS + "2.7.0", 31).build();
    }

    private static int chargeState(Ups ups) {
        if (ups.onBattery()) {
            return 4;
        }
        return ups.chargePercent() < 100 ? 3 : 1;
    }

    /** The groups of RFC 1628 that tell values. */
    private static void upsMib(AgentTree tree, Function<World, Ups> ups, ToDoubleFunction<World> hertz) {
        tree.reading(UPS + "2.1.0", at -> batteryStatus(ups.apply(at), 2, 3, 4))
                .reading(UPS + "2.2.0", at -> ups.apply(at).secondsOnBattery())
                .reading(UPS + "2.3.0", at -> ups.apply(at).runtimeSeconds() / 60)
                .reading(UPS + "2.4.0", at -> ups.apply(at).chargePercent())
                .reading(UPS + "2.5.0", at -> ups.apply(at).batteryVolts() * 10)
                .reading(UPS + "2.6.0", at -> ups.apply(at).batteryAmperes() * 10)
                .reading(UPS + "3.1.0", Syntax.COUNTER32, at -> ups.apply(at).transfers())
                .integer(UPS + "3.2.0", 1)
                .reading(UPS + "3.3.1.2.1", at -> hertz.applyAsDouble(at) * 10)
                .reading(UPS + "3.3.1.3.1", at -> ups.apply(at).inputVolts())
                .reading(UPS + "3.3.1.4.1", at -> ups.apply(at).inputWatts() / 230 * 10)
                .reading(UPS + "3.3.1.5.1", at -> ups.apply(at).inputWatts())
                .reading(UPS + "4.1.0", at -> outputSource(ups.apply(at)))
                .integer(UPS + "4.2.0", 500)
                .integer(UPS + "4.3.0", 1)
                .reading(UPS + "4.4.1.2.1", at -> ups.apply(at).outputVolts())
                .reading(UPS + "4.4.1.3.1", at -> ups.apply(at).loadWatts() / 230 * 10)
                .reading(UPS + "4.4.1.4.1", at -> ups.apply(at).loadWatts())
                .reading(UPS + "4.4.1.5.1", at -> ups.apply(at).loadPercent())
                .reading(UPS + "6.1.0", Syntax.GAUGE32, at -> ups.apply(at).onBattery() ? 1 : 0);
    }

    /** upsOutputSource: none 2, normal 3, battery 5. */
    private static int outputSource(Ups ups) {
        if (!ups.onBattery()) {
            return 3;
        }
        return ups.delivers() ? 5 : 2;
    }

    /** UPS B by APC's PowerNet-MIB. */
    ObjectTree apcUps() {
        return new AgentTree(world)
                .system("APC Web/SNMP Management Card", "1.3.6.1.4.1.318.1.3.27", "ups-b", LOCATION)
                .text(APC + "1.1.1.0", "Smart-UPS 3000 XL")
                .text(APC + "1.1.2.0", "ups-b")
                .reading(APC + "2.1.1.0", at -> batteryStatus(at.upsB(), 2, 3, 3))
                .reading(APC + "2.1.2.0", Syntax.TIME_TICKS, at -> at.upsB().secondsOnBattery() * 100)
                .text(APC + "2.1.3.0", "03/12/25")
                .reading(APC + "2.2.1.0", Syntax.GAUGE32, at -> at.upsB().chargePercent())
                .reading(APC + "2.2.2.0", Syntax.GAUGE32, at -> at.room().celsius() + 4)
                .reading(APC + "2.2.3.0", Syntax.TIME_TICKS, at -> at.upsB().runtimeSeconds() * 100)
                .integer(APC + "2.2.4.0", 1)
                .integer(APC + "2.2.7.0", 48)
                .reading(APC + "2.2.8.0", at -> at.upsB().batteryVolts())
                .reading(APC + "2.3.1.0", Syntax.GAUGE32, at -> at.upsB().chargePercent() * 10)
                .reading(APC + "2.3.2.0", Syntax.GAUGE32, at -> at.room().celsius() * 10 + 40)
                .reading(APC + "3.2.1.0", Syntax.GAUGE32, at -> at.upsB().inputVolts())
                .reading(APC + "3.2.4.0", Syntax.GAUGE32, PowerAgents::inputHertz)
                .reading(APC + "3.2.5.0", at -> at.upsB().transfers() > 0 ? 4 : 9)
                .reading(APC + "3.3.1.0", Syntax.GAUGE32, at -> at.upsB().inputVolts() * 10)
                .reading(
                        APC + "4.1.1.0", at -> at.upsB().onBattery() ? at.upsB().delivers() ? 3 : 7 : 2)
                .reading(APC + "4.2.1.0", Syntax.GAUGE32, at -> at.upsB().outputVolts())
                .constant(APC + "4.2.2.0", Syntax.GAUGE32, 50)
                .reading(APC + "4.2.3.0", Syntax.GAUGE32, at -> at.upsB().loadPercent())
                .reading(APC + "4.2.4.0", Syntax.GAUGE32, at -> at.upsB().loadWatts() / 230)
                .reading(APC + "4.2.8.0", at -> at.upsB().loadWatts())
                .reading(APC + "4.3.3.0", Syntax.GAUGE32, at -> at.upsB().loadPercent() * 10)
                .integer(APC + "7.2.3.0", 1)
                .build();
    }

    /** The rack's transfer switch: the building's power before that of UPS A. */
    ObjectTree transferSwitch() {
        return new AgentTree(world)
                .system("APC Rack Automatic Transfer Switch", "1.3.6.1.4.1.318.1.3.11", "ats-1", LOCATION)
                .text(ATS + "1.5.0", "AP4423")
                .text(ATS + "1.6.0", "5A2231T00001")
                .reading(ATS + "5.1.2.0", at -> at.powered() ? 1 : 2)
                .reading(ATS + "5.1.3.0", at -> at.powered() && at.upsA().delivers() ? 2 : 1)
                .integer(ATS + "5.1.4.0", 2)
                .reading(ATS + "5.1.12.0", at -> at.powered() ? 2 : 1)
                .reading(ATS + "5.1.13.0", at -> at.upsA().delivers() ? 2 : 1)
                .reading(ATS + "5.1.14.0", at -> at.powered() ? 1 : 2)
                .integer(ATS + "5.4.3.1.1.1.1.1", 1)
                .reading(
                        ATS + "5.4.3.1.3.1.1.1",
                        at -> at.powered() ? at.upsA().inputVolts() : at.upsA().outputVolts())
                .reading(ATS + "5.4.3.1.4.1.1.1", at -> 18 + 4 * at.rhythm())
                .reading(ATS + "5.4.3.1.13.1.1.1", at -> 414 + 92 * at.rhythm())
                .build();
    }

    /** The generator by ComAp's InteliLite. */
    ObjectTree generator() {
        return new AgentTree(world)
                .system("InteliLite AMF25", "1.3.6.1.4.1.28634.14", "genset-1", YARD)
                .reading(COMAP + "2.8192.0", at -> at.genset().volts())
                .reading(COMAP + "2.8193.0", at -> at.genset().volts())
                .reading(COMAP + "2.8194.0", at -> at.genset().volts())
                .reading(COMAP + "2.8195.0", World::mainsVolts)
                .reading(COMAP + "2.8196.0", at -> at.mainsVolts() * 0.996)
                .reading(COMAP + "2.8197.0", at -> at.mainsVolts() * 1.003)
                .reading(COMAP + "2.8198.0", PowerAgents::phaseAmperes)
                .reading(COMAP + "2.8199.0", PowerAgents::phaseAmperes)
                .reading(COMAP + "2.8200.0", PowerAgents::phaseAmperes)
                .reading(COMAP + "2.8202.0", at -> at.genset().kilowatts())
                .reading(COMAP + "2.8206.0", at -> at.genset().runHours() * 10)
                .reading(COMAP + "2.8207.0", at -> at.genset().starts())
                .reading(COMAP + "2.8210.0", at -> at.genset().hertz() * 10)
                .reading(COMAP + "2.8213.0", at -> at.genset().batteryVolts() * 10)
                .reading(COMAP + "2.9040.0", at -> at.genset().burntLitres())
                .reading(COMAP + "2.9151.0", at -> at.genset().coolantCelsius())
                .reading(COMAP + "2.9152.0", at -> at.genset().turning() ? 42 : 0)
                .reading(COMAP + "2.9153.0", at -> at.genset().fuelPercent())
                .reading(COMAP + "2.9244.0", at -> at.genset().engine().code())
                .reading(COMAP + "2.9245.0", at -> at.genset().breaker(at.mains()))
                .reading(COMAP + "2.10123.0", at -> at.genset().rpm())
                .integer(COMAP + "2.9887.0", 2)
                .text(COMAP + "4.8637.0", "Genset Kominfo")
                .build();
    }

    private static double phaseAmperes(World at) {
        return at.genset().kilowatts() * 1_000 / 3 / 230;
    }

    private static double inputHertz(World at) {
        return at.genset().loaded() ? at.genset().hertz() : at.mainsHertz();
    }

    private static int batteryStatus(Ups ups, int normal, int low, int depleted) {
        if (ups.chargePercent() <= 0) {
            return depleted;
        }
        return ups.onBattery() && ups.runtimeSeconds() < 120 ? low : normal;
    }
}
