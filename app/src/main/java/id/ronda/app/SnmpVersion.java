package id.ronda.app;

/** Versions of SNMP as the command line names them. */
enum SnmpVersion {
    V1("1"),
    V2C("2c"),
    V3("3");

    private final String text;

    SnmpVersion(String text) {
        this.text = text;
    }

    /** As the command line and the API write it. */
    @Override
    public String toString() {
        return text;
    }
}
