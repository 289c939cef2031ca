package id.ronda.collector;

import org.jspecify.annotations.Nullable;

/** As what a device is asked; holds no secret. */
public sealed interface DeviceSource {
    /** The word for it in the API and in files. */
    String code();

    /**
     * An SNMP agent.
     *
     * @param version {@code 1}, {@code 2c} or {@code 3}
     * @param user    the user of SNMPv3, else null
     */
    record Snmp(String version, @Nullable String user) implements DeviceSource {
        @Override
        public String code() {
            return "snmp";
        }
    }

    /**
     * A UPS of a NUT server.
     *
     * @param user null where the server lets everybody read
     */
    record Nut(String ups, @Nullable String user) implements DeviceSource {
        @Override
        public String code() {
            return "nut";
        }
    }

    /** A page of metrics in the text format of Prometheus. */
    record Prometheus(String path, boolean tls) implements DeviceSource {
        @Override
        public String code() {
            return "prometheus";
        }
    }
}
