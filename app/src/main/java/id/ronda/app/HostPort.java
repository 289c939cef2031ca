package id.ronda.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A host and a port as they are typed: {@code host}, {@code host:161}, {@code [2001:db8::1]:161}, {@code 2001:db8::1}.
 *
 * @param host a name or an address, IPv6 without its brackets
 * @param port 0 when none was given
 */
record HostPort(String host, int port) {

    private static final int LARGEST_PORT = 65_535;

    /** The port, or that of the protocol when none was given. */
    int portOr(int usual) {
        return port == 0 ? usual : port;
    }

    /** Reads what was typed; the name is resolved by whoever asks it. */
    static final class Converter implements ITypeConverter<HostPort> {

        @Override
        public HostPort convert(String typed) {
            int bracket = typed.indexOf(']');
            if (typed.startsWith("[") && bracket > 0) {
                return new HostPort(host(typed.substring(1, bracket)), port(typed.substring(bracket + 1)));
            }
            int colon = typed.indexOf(':');
            return colon < 0 || colon != typed.lastIndexOf(':')
                    ? new HostPort(host(typed), 0)
                    : new HostPort(host(typed.substring(0, colon)), port(typed.substring(colon)));
        }

        private static String host(String typed) {
            if (typed.isBlank() || typed.contains("/") || typed.contains("[") || typed.contains("]")) {
                throw new TypeConversionException("'" + typed + "' is not a host; write HOST, HOST:PORT or [v6]:PORT");
            }
            return typed;
        }

        private static int port(String typed) {
            if (typed.isEmpty()) {
                return 0;
            }
            if (!typed.matches(":[0-9]{1,5}")) {
                throw new TypeConversionException("'" + typed + "' is not a port; write HOST:PORT or [v6]:PORT");
            }
            int port = Integer.parseInt(typed.substring(1));
            if (port < 1 || port > LARGEST_PORT) {
                throw new TypeConversionException("port " + port + " is not between 1 and " + LARGEST_PORT);
            }
            return port;
        }
    }
}
