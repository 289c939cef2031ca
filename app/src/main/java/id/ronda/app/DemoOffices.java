package id.ronda.app;

import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.identity.Units;
import id.ronda.simulator.RegencyDevice;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The offices of the virtual regency as units, so that a role can be given for one of them. */
final class DemoOffices {

    private static final Caller DEMO = Caller.Service.ofServer("demo");
    private static final String SECRETARIAT = "Sekretariat Daerah";
    private static final String PART_OF_IT = "bagian";

    private final Units units;

    DemoOffices(Units units) {
        this.units = units;
    }

    /** Makes those that are not there yet: whoever renamed one keeps it renamed, and gets another beside it. */
    void make(List<RegencyDevice> devices) {
        UnitId secretariat = unit(SECRETARIAT, null);
        devices.stream()
                .map(RegencyDevice::office)
                .distinct()
                .sorted()
                .forEach(office -> unit(office, kind(office).equals(PART_OF_IT) ? secretariat : null));
    }

    private UnitId unit(String name, @Nullable UnitId parent) {
        List<Unit> known = await(units.named(name));
        return known.isEmpty()
                ? made(new UnitDraft(name, kind(name), parent, List.of()))
                : known.getFirst().id();
    }

    private UnitId made(UnitDraft draft) {
        if (await(units.create(DEMO, draft)) instanceof Change.Done<Unit>(Unit unit)) {
            return unit.id();
        }
        throw new IllegalStateException("the unit '" + draft.name() + "' of the demo was refused");
    }

    /** What an office is stands first in its name. */
    private static String kind(String name) {
        return name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
