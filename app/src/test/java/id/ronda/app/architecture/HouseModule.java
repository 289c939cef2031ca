package id.ronda.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ten modules by the package each lives in, from left to right, with those it may call. */
enum HouseModule {
    KERNEL,
    IDENTITY(KERNEL),
    COLLECTOR(KERNEL, IDENTITY),
    ASSETS(KERNEL, IDENTITY, COLLECTOR),
    ALERTING(KERNEL, IDENTITY, COLLECTOR, ASSETS),
    CSIRT(KERNEL, IDENTITY, COLLECTOR, ASSETS, ALERTING),
    DASHBOARDS(KERNEL, IDENTITY, COLLECTOR, ASSETS, ALERTING, CSIRT),
    SIMULATOR(KERNEL),
    TESTKIT(KERNEL),
    APP(KERNEL, IDENTITY, COLLECTOR, ASSETS, ALERTING, CSIRT, DASHBOARDS, SIMULATOR);

    // Set.of cannot be changed; only its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<HouseModule> mayCall;

    HouseModule(HouseModule... mayCall) {
        this.mayCall = Set.of(mayCall);
    }

    boolean mayCall(HouseModule other) {
        return this == other || mayCall.contains(other);
    }

    /** The package that others see; the kernel shows more of them, one a pipe. */
    String face(String root) {
        return root + "." + name().toLowerCase(Locale.ROOT);
    }

    boolean showsItsRooms() {
        return this == KERNEL;
    }

    /** The module that a class belongs to, if it is one of ours. */
    static Optional<HouseModule> of(JavaClass type, String root) {
        return Arrays.stream(values())
                .filter(module -> (type.getPackageName() + ".").startsWith(module.face(root) + "."))
                .findFirst();
    }
}
