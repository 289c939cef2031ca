package id.ronda.collector.discovery;

import id.ronda.collector.reading.DisplayText;
import id.ronda.collector.reading.NumericValue;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Reads the columns of ifTable and ifXTable (RFC 2863) that discovery needs, each row that is in one of them. */
final class InterfaceTable {
    static final OID IF_ENTRY = new OID("1.3.6.1.2.1.2.2.1");
    static final OID IF_X_ENTRY = new OID("1.3.6.1.2.1.31.1.1.1");
    static final OID IF_DESCR = column(IF_ENTRY, 2);
    private static final OID IF_INDEX = column(IF_ENTRY, 1);
    private static final OID IF_TYPE = column(IF_ENTRY, 3);
    private static final OID IF_MTU = column(IF_ENTRY, 4);
    private static final OID IF_SPEED = column(IF_ENTRY, 5);
    private static final OID IF_PHYS_ADDRESS = column(IF_ENTRY, 6);
    private static final OID IF_ADMIN_STATUS = column(IF_ENTRY, 7);
    private static final OID IF_OPER_STATUS = column(IF_ENTRY, 8);
    private static final OID IF_NAME = column(IF_X_ENTRY, 1);
    private static final OID IF_HC_IN_OCTETS = column(IF_X_ENTRY, 6);
    private static final OID IF_HC_IN_UCAST = column(IF_X_ENTRY, 7);
    private static final OID IF_HIGH_SPEED = column(IF_X_ENTRY, 15);
    private static final OID IF_ALIAS = column(IF_X_ENTRY, 18);
    private static final List<OID> COLUMNS = List.of(
            IF_INDEX,
            IF_DESCR,
            IF_TYPE,
            IF_MTU,
            IF_SPEED,
            IF_PHYS_ADDRESS,
            IF_ADMIN_STATUS,
            IF_OPER_STATUS,
            IF_NAME,
            IF_HC_IN_OCTETS,
            IF_HC_IN_UCAST,
            IF_HIGH_SPEED,
            IF_ALIAS);

    private final Look look;

    InterfaceTable(Look look) {
        this.look = look;
    }

    static OID column(OID entry, int column) {
        return new OID(entry.getValue(), new int[] {column});
    }

    /** The rows in the order of ifIndex. */
    List<InterfaceRow> rows() {
        look.fetch(COLUMNS);
        var indexes = new TreeSet<Long>();
        for (OID column : COLUMNS) {
            look.column(column).keySet().stream()
                    .filter(i -> i.size() == 1)
                    .forEach(i -> indexes.add(i.getUnsigned(0)));
        }
        return indexes.stream().map(this::row).toList();
    }

    private InterfaceRow row(long index) {
        return new InterfaceRow(
                index,
                text(IF_NAME, index),
                text(IF_DESCR, index),
                text(IF_ALIAS, index),
                mac(index),
                number(IF_TYPE, index),
                number(IF_MTU, index),
                number(IF_SPEED, index),
                number(IF_HIGH_SPEED, index),
                number(IF_ADMIN_STATUS, index),
                number(IF_OPER_STATUS, index),
                number(IF_HC_IN_OCTETS, index) != null,
                number(IF_HC_IN_UCAST, index) != null);
    }

    private String text(OID column, long index) {
        var cell = cell(column, index);
        return cell == null ? "" : DisplayText.of(cell);
    }

    private String mac(long index) {
        var cell = cell(IF_PHYS_ADDRESS, index);
        return cell instanceof OctetString octets && octets.length() > 0 ? octets.toHexString(':') : "";
    }

    private @Nullable Variable cell(OID column, long index) {
        return look.cell(column, new OID(new int[] {(int) index}));
    }

    private @Nullable Long number(OID column, long index) {
        var cell = cell(column, index);
        double number = cell == null ? Double.NaN : NumericValue.of(cell);
        return Double.isNaN(number) ? null : Long.valueOf((long) number);
    }
}
