package id.ronda.simulator;

/** What the devices of a fleet have, in the order of the walk; a scalar is a column with the one row 0. */
enum FleetColumn {
    SYS_DESCR("1.3.6.1.2.1.1.1", Rows.SCALAR),
    SYS_OBJECT_ID("1.3.6.1.2.1.1.2", Rows.SCALAR),
    SYS_UP_TIME("1.3.6.1.2.1.1.3", Rows.SCALAR),
    SYS_CONTACT("1.3.6.1.2.1.1.4", Rows.SCALAR),
    SYS_NAME("1.3.6.1.2.1.1.5", Rows.SCALAR),
    SYS_LOCATION("1.3.6.1.2.1.1.6", Rows.SCALAR),
    IF_NUMBER("1.3.6.1.2.1.2.1", Rows.SCALAR),
    IF_INDEX("1.3.6.1.2.1.2.2.1.1", Rows.INTERFACES),
    IF_DESCR("1.3.6.1.2.1.2.2.1.2", Rows.INTERFACES),
    IF_TYPE("1.3.6.1.2.1.2.2.1.3", Rows.INTERFACES),
    IF_MTU("1.3.6.1.2.1.2.2.1.4", Rows.INTERFACES),
    IF_SPEED("1.3.6.1.2.1.2.2.1.5", Rows.INTERFACES),
    IF_PHYS_ADDRESS("1.3.6.1.2.1.2.2.1.6", Rows.INTERFACES),
    IF_ADMIN_STATUS("1.3.6.1.2.1.2.2.1.7", Rows.INTERFACES),
    IF_OPER_STATUS("1.3.6.1.2.1.2.2.1.8", Rows.INTERFACES),
    IF_LAST_CHANGE("1.3.6.1.2.1.2.2.1.9", Rows.INTERFACES),
    IF_IN_OCTETS("1.3.6.1.2.1.2.2.1.10", Rows.INTERFACES),
    IF_IN_UCAST_PKTS("1.3.6.1.2.1.2.2.1.11", Rows.INTERFACES),
    IF_IN_DISCARDS("1.3.6.1.2.1.2.2.1.13", Rows.INTERFACES),
    IF_IN_ERRORS("1.3.6.1.2.1.2.2.1.14", Rows.INTERFACES),
    IF_OUT_OCTETS("1.3.6.1.2.1.2.2.1.16", Rows.INTERFACES),
    IF_OUT_UCAST_PKTS("1.3.6.1.2.1.2.2.1.17", Rows.INTERFACES),
    IF_OUT_DISCARDS("1.3.6.1.2.1.2.2.1.19", Rows.INTERFACES),
    IF_OUT_ERRORS("1.3.6.1.2.1.2.2.1.20", Rows.INTERFACES),
    HR_PROCESSOR_LOAD("1.3.6.1.2.1.25.3.3.1.2", Rows.ONE),
    IF_NAME("1.3.6.1.2.1.31.1.1.1.1", Rows.INTERFACES),
    IF_IN_MULTICAST_PKTS("1.3.6.1.2.1.31.1.1.1.2", Rows.INTERFACES),
    IF_IN_BROADCAST_PKTS("1.3.6.1.2.1.31.1.1.1.3", Rows.INTERFACES),
    IF_OUT_MULTICAST_PKTS("1.3.6.1.2.1.31.1.1.1.4", Rows.INTERFACES),
    IF_OUT_BROADCAST_PKTS("1.3.6.1.2.1.31.1.1.1.5", Rows.INTERFACES),
    IF_HC_IN_OCTETS("1.3.6.1.2.1.31.1.1.1.6", Rows.FAST_INTERFACES),
    IF_HC_IN_UCAST_PKTS("1.3.6.1.2.1.31.1.1.1.7", Rows.FAST_INTERFACES),
    IF_HC_OUT_OCTETS("1.3.6.1.2.1.31.1.1.1.10", Rows.FAST_INTERFACES),
    IF_HC_OUT_UCAST_PKTS("1.3.6.1.2.1.31.1.1.1.11", Rows.FAST_INTERFACES),
    IF_HIGH_SPEED("1.3.6.1.2.1.31.1.1.1.15", Rows.INTERFACES),
    IF_CONNECTOR_PRESENT("1.3.6.1.2.1.31.1.1.1.17", Rows.INTERFACES),
    IF_ALIAS("1.3.6.1.2.1.31.1.1.1.18", Rows.INTERFACES),
    IF_COUNTER_DISCONTINUITY_TIME("1.3.6.1.2.1.31.1.1.1.19", Rows.INTERFACES),
    IF_TABLE_LAST_CHANGE("1.3.6.1.2.1.31.1.5", Rows.SCALAR),
    ENT_PHYSICAL_DESCR("1.3.6.1.2.1.47.1.1.1.1.2", Rows.ONE),
    ENT_PHYSICAL_CLASS("1.3.6.1.2.1.47.1.1.1.1.5", Rows.ONE),
    ENT_PHYSICAL_NAME("1.3.6.1.2.1.47.1.1.1.1.7", Rows.ONE),
    ENT_SENSOR_TYPE("1.3.6.1.2.1.99.1.1.1.1", Rows.ONE),
    ENT_SENSOR_SCALE("1.3.6.1.2.1.99.1.1.1.2", Rows.ONE),
    ENT_SENSOR_PRECISION("1.3.6.1.2.1.99.1.1.1.3", Rows.ONE),
    ENT_SENSOR_VALUE("1.3.6.1.2.1.99.1.1.1.4", Rows.ONE),
    ENT_SENSOR_OPER_STATUS("1.3.6.1.2.1.99.1.1.1.5", Rows.ONE);

    /** Which rows a column has. */
    enum Rows {
        /** Only row 0. */
        SCALAR,
        /** Only row 1. */
        ONE,
        /** One for each interface. */
        INTERFACES,
        /** One for each interface that has 64-bit counters. */
        FAST_INTERFACES
    }

    private final String oid;
    private final Rows rows;

    FleetColumn(String oid, Rows rows) {
        this.oid = oid;
        this.rows = rows;
    }

    Oid oid() {
        return Oid.of(oid);
    }

    Rows rows() {
        return rows;
    }
}
