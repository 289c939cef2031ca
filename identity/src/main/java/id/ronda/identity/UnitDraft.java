package id.ronda.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a unit.
 *
 * @param kind what it is: dinas, badan, bagian, kecamatan, …
 * @param parent what it belongs to; null: it stands at the top
 * @param aliases what it is called too, as in files and labels
 */
public record UnitDraft(String name, String kind, @Nullable UnitId parent, List<String> aliases) {
    public UnitDraft {
        aliases = List.copyOf(aliases);
    }
}
