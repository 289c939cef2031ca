package id.ronda.collector;

import java.util.List;

/**
 * What was found for a few words.
 *
 * @param devices those whose name or address begins with the first word first
 * @param interfaces by device and name
 */
public record Lookup(List<Device> devices, List<FoundInterface> interfaces) {

    /** Nothing. */
    public static final Lookup NOTHING = new Lookup(List.of(), List.of());

    public Lookup {
        devices = List.copyOf(devices);
        interfaces = List.copyOf(interfaces);
    }
}
