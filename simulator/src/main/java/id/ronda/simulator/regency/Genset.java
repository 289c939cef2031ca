package id.ronda.simulator.regency;

/** A diesel generator with its controller, which watches the mains and takes over the load. */
final class Genset {
    /** Engine states with the numbers of ComAp controllers. */
    enum Engine {
        READY(1),
        PRESTART(3),
        CRANKING(4),
        STARTING(6),
        RUNNING(7),
        LOADED(8),
        COOLING(10),
        STOP(11);

        private final int code;

        Engine(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private static final double RATED_KILOWATTS = 40;
    private static final double TANK_LITRES = 60;
    private static final double MAINS_FAIL_DELAY = 5;
    private static final double MAINS_RETURN_DELAY = 60;
    private static final double COOLING_SECONDS = 120;

    private Engine engine = Engine.READY;
    private double inState;
    private double mainsLost;
    private double mainsBack;
    private double fuelLitres = TANK_LITRES * 0.82;
    private double burntLitres = 1_240;
    private double runSeconds = 412.6 * 3_600;
    private double coolantCelsius = 38;
    private double kilowatts;
    private int starts = 187;

    void step(double seconds, boolean mains, double facilityWatts) {
        mainsLost = mains ? 0 : mainsLost + seconds;
        mainsBack = mains ? mainsBack + seconds : 0;
        inState += seconds;
        Engine next = next(mains);
        if (next != engine) {
            engine = next;
            inState = 0;
            starts += next == Engine.CRANKING ? 1 : 0;
        }
        kilowatts = loaded() ? facilityWatts / 1_000 : 0;
        burn(seconds);
    }

    private Engine next(boolean mains) {
        boolean given = mains && engine.code() < Engine.RUNNING.code();
        return switch (engine) {
            case READY -> mainsLost >= MAINS_FAIL_DELAY && fuelLitres > 0 ? Engine.PRESTART : Engine.READY;
            case PRESTART -> given ? Engine.READY : after(5, Engine.CRANKING);
            case CRANKING -> given ? Engine.STOP : after(4, Engine.STARTING);
            case STARTING -> given ? Engine.STOP : after(3, Engine.RUNNING);
            case RUNNING -> mains ? Engine.COOLING : after(3, Engine.LOADED);
            case LOADED -> loadedNext();
            case COOLING -> mains ? after(COOLING_SECONDS, Engine.STOP) : Engine.RUNNING;
            case STOP -> after(10, Engine.READY);
        };
    }

    private Engine loadedNext() {
        if (fuelLitres <= 0) {
            return Engine.STOP;
        }
        return mainsBack >= MAINS_RETURN_DELAY ? Engine.COOLING : Engine.LOADED;
    }

    private Engine after(double seconds, Engine next) {
        return inState >= seconds ? next : engine;
    }

    private void burn(double seconds) {
        double target = turning() ? 84 : 38;
        coolantCelsius += (target - coolantCelsius) * Math.min(1, seconds / 240);
        if (turning()) {
            double litres = (2.2 + 0.27 * kilowatts) * seconds / 3_600;
            runSeconds += seconds;
            burntLitres += Math.min(litres, fuelLitres);
            fuelLitres = Math.max(0, fuelLitres - litres);
        }
    }

    Engine engine() {
        return engine;
    }

    /** Whether the engine turns by itself. */
    boolean turning() {
        return engine == Engine.RUNNING || engine == Engine.LOADED || engine == Engine.COOLING;
    }

    /** Whether the building is on the generator. */
    boolean loaded() {
        return engine == Engine.LOADED;
    }

    /** Breaker state with ComAp's numbers: mains oper 3, mains fault 7, island 2, mains returned 9. */
    int breaker(boolean mains) {
        if (loaded()) {
            return mains ? 9 : 2;
        }
        return mains ? 3 : 7;
    }

    double rpm() {
        return switch (engine) {
            case CRANKING -> 180;
            case STARTING -> 900;
            case RUNNING, LOADED, COOLING -> 1_500 - 12 * kilowatts / RATED_KILOWATTS;
            case READY, PRESTART, STOP -> 0;
        };
    }

    double volts() {
        return turning() ? 231 - 2 * kilowatts / RATED_KILOWATTS : 0;
    }

    double hertz() {
        return turning() ? rpm() / 30 : 0;
    }

    double kilowatts() {
        return kilowatts;
    }

    double fuelPercent() {
        return 100 * fuelLitres / TANK_LITRES;
    }

    double burntLitres() {
        return burntLitres;
    }

    double runHours() {
        return runSeconds / 3_600;
    }

    double coolantCelsius() {
        return coolantCelsius;
    }

    int starts() {
        return starts;
    }

    double batteryVolts() {
        return engine == Engine.CRANKING ? 10.4 : turning() ? 14.1 : 13.4;
    }
}
