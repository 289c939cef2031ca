package id.ronda.collector.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.ronda.collector.DeviceClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device family, or a MIB that many families speak: how it is recognised, who it is, what to ask it.
 *
 * @param deviceClass null for a profile that others only use
 * @param match ways to recognise the device; none: it is only used by others
 * @param uses names of the profiles whose objects are asked too
 * @param without names of the standard MIBs that are not asked, because the device's own objects tell the same better
 * @param parameters patterns on sysObjectID whose first group fills <code>${name}</code> in OIDs
 * @param interfaces whether the device's ifTable and ifXTable are read
 * @param classes rules that tell the class more exactly, the first that holds wins
 */
public record Profile(
        String name,
        @JsonProperty("class") @Nullable String deviceClass,
        @Nullable String vendor,
        List<MatchRule> match,
        List<String> uses,
        List<String> without,
        Map<String, Pattern> parameters,
        boolean interfaces,
        Identification identity,
        List<ClassRule> classes,
        List<Measurement> scalars,
        List<Table> tables) {

    public Profile {
        match = Absent.list(match);
        uses = Absent.list(uses);
        without = Absent.list(without);
        parameters = Absent.map(parameters);
        identity = identity == null ? Identification.NONE : identity;
        classes = Absent.list(classes);
        scalars = Absent.list(scalars);
        tables = Absent.list(tables);
    }

    /** This profile with everything that one it uses asks for; its own words come first. */
    Profile with(Profile used) {
        return new Profile(
                name,
                deviceClass,
                vendor,
                match,
                uses,
                without,
                parameters,
                interfaces || used.interfaces,
                identity.then(used.identity),
                Lists.join(classes, used.classes),
                Lists.join(scalars, used.scalars),
                Lists.join(tables, used.tables));
    }

    /** This profile with the objects of a standard MIB after its own; who the device is stays its own affair. */
    Profile asking(Profile standard) {
        return new Profile(
                name,
                deviceClass,
                vendor,
                match,
                uses,
                without,
                parameters,
                interfaces || standard.interfaces,
                identity,
                classes,
                Lists.join(scalars, standard.scalars),
                Lists.join(tables, standard.tables));
    }

    /** The class of the device: by the first rule that holds, else the profile's own. */
    public DeviceClass classOf(Fingerprint device, String model) {
        return classes.stream()
                .filter(rule -> rule.holds(device, model))
                .findFirst()
                .map(ClassRule::toClass)
                .or(() -> DeviceClass.ofCode(deviceClass == null ? "" : deviceClass))
                .orElse(DeviceClass.UNKNOWN);
    }

    /** What to put for the parameters; one that sysObjectID does not tell is left out, and its objects with it. */
    public Map<String, String> bindings(Fingerprint device) {
        var bound = new HashMap<String, String>();
        parameters.forEach((parameter, pattern) -> {
            var matcher = pattern.matcher(device.sysObjectId());
            if (matcher.find()) {
                bound.put(parameter, matcher.group(1));
            }
        });
        return bound;
    }
}
