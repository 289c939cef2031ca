package id.ronda.collector.profile;

import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.profile.LoadResult.Problem;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snmp4j.smi.OID;

/** All profiles that are in force, each with what it uses; finds the one of a device. Immutable. */
public final class ProfileCatalog {
    /** The profile of a device that no rule knows. */
    public static final String UNKNOWN = "unknown";

    /** What every recognised device is asked besides its own, unless its profile says {@code without}. */
    public static final List<String> STANDARDS = List.of("if-mib", "entity-sensor", "ups-mib");

    private static final Profile NOTHING = new Profile(
            UNKNOWN,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            true,
            Identification.NONE,
            List.of(),
            List.of(),
            List.of());

    private final Map<String, Profile> profiles;
    private final List<Rejected> rejected;

    private ProfileCatalog(Map<String, Profile> profiles, List<Rejected> rejected) {
        this.profiles = profiles;
        this.rejected = List.copyOf(rejected);
    }

    /** The profiles in the program, and over them those of a folder: there, a file with a known name takes its place. */
    public static ProfileCatalog load(Path overrides) {
        var loader = new ProfileLoader();
        return of(Lists.join(loader.shipped(), loader.folder(overrides)));
    }

    /** The profiles in the program alone. */
    public static ProfileCatalog shipped() {
        return of(new ProfileLoader().shipped());
    }

    /** Those of the files that are right; a later one takes the place of an earlier of the same name. */
    public static ProfileCatalog of(List<LoadResult> files) {
        var rejected = new ArrayList<Rejected>();
        var loaded = new LinkedHashMap<String, Loaded>();
        for (LoadResult file : files) {
            switch (file) {
                case Loaded good -> loaded.put(good.profile().name(), good);
                case Rejected bad -> rejected.add(bad);
            }
        }
        var resolved = new LinkedHashMap<String, Profile>();
        for (Loaded file : loaded.values()) {
            var missing = missing(file.profile(), loaded);
            if (missing.isEmpty()) {
                resolved.put(file.profile().name(), resolved(file.profile(), loaded));
            } else {
                rejected.add(new Rejected(file.file(), List.of(new Problem(0, "uses unknown profiles " + missing))));
            }
        }
        return new ProfileCatalog(resolved, rejected);
    }

    private static Set<String> missing(Profile profile, Map<String, Loaded> all) {
        var missing = new LinkedHashSet<>(reached(profile, all));
        missing.removeAll(all.keySet());
        return missing;
    }

    private static Profile resolved(Profile profile, Map<String, Loaded> all) {
        Profile whole = profile;
        var used = reached(profile, all);
        for (String name : used) {
            whole = whole.with(Objects.requireNonNull(all.get(name)).profile());
        }
        for (String name : standards(profile, used, all)) {
            whole = whole.asking(Objects.requireNonNull(all.get(name)).profile());
        }
        return whole;
    }

    /** The standard MIBs that a profile by which devices are recognised does not name; a profile that is only used by others gets none. */
    private static List<String> standards(Profile profile, Set<String> used, Map<String, Loaded> all) {
        return profile.match().isEmpty()
                ? List.of()
                : STANDARDS.stream()
                        .filter(name -> all.containsKey(name) && !name.equals(profile.name()))
                        .filter(name ->
                                !used.contains(name) && !profile.without().contains(name))
                        .toList();
    }

    /** The names of all that a profile uses, also through others; a profile that is reached twice counts once. */
    private static Set<String> reached(Profile profile, Map<String, Loaded> all) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayList<>(profile.uses());
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (!name.equals(profile.name()) && reached.add(name) && all.containsKey(name)) {
                open.addAll(all.get(name).profile().uses());
            }
        }
        return reached;
    }

    /** The files that are not used, and why. */
    public List<Rejected> rejected() {
        return rejected;
    }

    /** Every profile, with what it uses. */
    public Collection<Profile> profiles() {
        return profiles.values();
    }

    /** The profile of that name. */
    public Optional<Profile> find(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /**
     * The objects to look at before a device of that sysObjectID and sysDescr can be told: those of the rules that would win over
     * what is known without a question.
     */
    public Set<OID> probes(Fingerprint device) {
        int known = candidates(device).mapToInt(Candidate::rank).max().orElse(0);
        var probes = new LinkedHashSet<OID>();
        for (Profile profile : profiles.values()) {
            profile.match().stream()
                    .filter(rule -> rule.rank() >= known && withoutProbe(rule).holds(device))
                    .forEach(rule -> {
                        probes.addAll(rule.probes());
                        classProbes(profile).forEach(probes::add);
                    });
        }
        return probes;
    }

    /** A profile that has a rule for the device. */
    private record Candidate(Profile profile, int rank) {}

    private Stream<Candidate> candidates(Fingerprint device) {
        return profiles.values().stream()
                .flatMap(p -> p.match().stream()
                        .filter(rule -> rule.holds(device))
                        .map(rule -> new Candidate(p, rule.rank())));
    }

    private static Stream<OID> classProbes(Profile profile) {
        return profile.classes().stream().filter(c -> c.probe() != null).map(c -> OidPattern.scalar(c.probe()));
    }

    private static MatchRule withoutProbe(MatchRule rule) {
        return new MatchRule(rule.sysObjectId(), rule.exact(), rule.sysDescr(), List.of(), rule.generic());
    }

    /** The profile of the device: of the rules that hold the highest in rank; never fails. */
    public Profile match(Fingerprint device) {
        return candidates(device)
                .max(Comparator.comparingInt(Candidate::rank)
                        .thenComparing(c -> c.profile().name()))
                .map(Candidate::profile)
                .or(() -> find(UNKNOWN))
                .orElse(NOTHING);
    }
}
