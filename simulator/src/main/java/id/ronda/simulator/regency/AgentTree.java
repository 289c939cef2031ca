package id.ronda.simulator.regency;

import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Oid;
import id.ronda.simulator.ServedValue;
import id.ronda.simulator.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Writes down what a device of the regency serves, with values read from its world. */
final class AgentTree {
    private static final String SYSTEM = "1.3.6.1.2.1.1.";
    private static final String HR_STORAGE = "1.3.6.1.2.1.25.2.3.1.";
    private static final String HR_STORAGE_TYPES = "1.3.6.1.2.1.25.2.1.";

    private final ObjectTree.Builder objects = ObjectTree.builder();
    private final World world;
    private @Nullable Predicate<World> present;

    AgentTree(World world) {
        this.world = world;
    }

    /** The system group of RFC 3418. */
    AgentTree system(String description, String objectId, String name, String location) {
        return text(SYSTEM + "1.0", description)
                .name(SYSTEM + "2.0", objectId)
                .uptime(SYSTEM + "3.0")
                .text(SYSTEM + "4.0", "Dinas Komunikasi dan Informatika")
                .text(SYSTEM + "5.0", name)
                .text(SYSTEM + "6.0", location)
                .integer(SYSTEM + "7.0", 72);
    }

    private AgentTree put(String oid, ServedValue value) {
        Predicate<World> when = present;
        objects.put(
                Oid.of(oid),
                when == null
                        ? value
                        : new ServedValue.Occasional(value, moment -> world.holds(moment.epochMillis(), when)));
        return this;
    }

    /** What {@code rows} writes is there only while this holds. */
    AgentTree during(Predicate<World> when, Consumer<AgentTree> rows) {
        present = when;
        rows.accept(this);
        present = null;
        return this;
    }

    AgentTree text(String oid, String text) {
        return put(oid, ServedValue.text(text));
    }

    /** The device's uptime under another name. */
    AgentTree uptime(String oid) {
        return put(oid, ServedValue.changing(Syntax.TIME_TICKS, Moment::uptimeTicks));
    }

    /** Text that changes. */
    AgentTree written(String oid, ToDoubleFunction<World> value, String format) {
        return put(
                oid,
                new ServedValue.Written(
                        moment -> String.format(Locale.ROOT, format, world.read(moment.epochMillis(), value))));
    }

    AgentTree integer(String oid, long value) {
        return put(oid, ServedValue.number(Syntax.INTEGER, value));
    }

    AgentTree name(String oid, String value) {
        return put(oid, ServedValue.oid(Oid.of(value)));
    }

    AgentTree constant(String oid, Syntax syntax, long value) {
        return put(oid, ServedValue.number(syntax, value));
    }

    AgentTree octets(String oid, byte[] value) {
        return put(oid, ServedValue.octets(Syntax.OCTET_STRING, value));
    }

    /** An INTEGER read from the world, rounded. */
    AgentTree reading(String oid, ToDoubleFunction<World> value) {
        return reading(oid, Syntax.INTEGER, value);
    }

    /** A number read from the world, rounded. */
    AgentTree reading(String oid, Syntax syntax, ToDoubleFunction<World> value) {
        return put(oid, ServedValue.changing(syntax, moment -> Math.round(world.read(moment.epochMillis(), value))));
    }

    /** A counter of meters, one unit for each {@code perUnit} that flowed. */
    AgentTree counter(String oid, Syntax syntax, List<Meter> meters, double perUnit) {
        return put(oid, ServedValue.changing(syntax, new MeterReading(world, meters, perUnit)));
    }

    /** When something happened, as a TimeStamp of this device's sysUpTime; 0 for before its start. */
    AgentTree timeStamp(String oid, ToDoubleFunction<World> changedAtMillis) {
        return put(oid, ServedValue.changing(Syntax.TIME_TICKS, moment -> {
            long changed = (long) world.read(moment.epochMillis(), changedAtMillis);
            return changed == 0 ? 0 : Math.max(0, moment.uptimeTicks() - (moment.epochMillis() - changed) / 10);
        }));
    }

    /** A row of hrStorageTable (RFC 2790); {@code type} 2 is memory, 4 a fixed disk. */
    AgentTree storage(
            int index, int type, String description, int unit, long units, ToDoubleFunction<World> usedShare) {
        return integer(HR_STORAGE + "1." + index, index)
                .name(HR_STORAGE + "2." + index, HR_STORAGE_TYPES + type)
                .text(HR_STORAGE + "3." + index, description)
                .integer(HR_STORAGE + "4." + index, unit)
                .integer(HR_STORAGE + "5." + index, units)
                .reading(HR_STORAGE + "6." + index, world -> units * usedShare.applyAsDouble(world));
    }

    /** A row of hrProcessorTable. */
    AgentTree processor(int index, ToDoubleFunction<World> percent) {
        return reading("1.3.6.1.2.1.25.3.3.1.2." + index, world -> Math.clamp(percent.applyAsDouble(world), 0, 100));
    }

    ObjectTree build() {
        return objects.build();
    }
}
