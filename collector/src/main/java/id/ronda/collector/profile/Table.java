package id.ronda.collector.profile;

import java.util.List;

/**
 * A conceptual table of which some columns are read.
 *
 * @param oid the entry object, so that column 3 is {@code oid.3}
 * @param name the names of the rows; the first that is not blank is taken
 * @param when conditions for the rows
 */
public record Table(OidPattern oid, List<NameTemplate> name, List<Condition> when, List<Measurement> columns) {

    public Table {
        name = Absent.list(name);
        when = Absent.list(when);
        columns = Absent.list(columns);
    }
}
