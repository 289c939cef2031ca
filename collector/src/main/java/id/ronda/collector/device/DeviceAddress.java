package id.ronda.collector.device;

import id.ronda.kernel.Wording;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What may stand as a device's address: an IPv4 or IPv6 literal or a host name (RFC 1123). Nothing is resolved here:
 * whether a name exists is found out when the device is asked.
 */
public sealed interface DeviceAddress {

    /** Good; {@code text} is its one canonical form (lower case, RFC 5952), so that a device is not entered twice. */
    record Accepted(String text) implements DeviceAddress {}

    /** Not an address, and why. */
    record Refused(Wording reasons) implements DeviceAddress {}

    /** Most octets of a host name (RFC 1035, section 2.3.4). */
    int LONGEST_NAME = 253;

    /** Labels of letters, digits and hyphens; the last one has a letter, else it were a misspelt IPv4 address (RFC 1123, 2.1). */
    Pattern HOST_NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*" + "(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Judges the text; surrounding blanks do not count. */
    static DeviceAddress parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (NetUtil.isValidIpV4Address(lower) || lower.indexOf(':') >= 0) {
            return literal(lower);
        }
        return lower.length() <= LONGEST_NAME && HOST_NAME.matcher(lower).matches()
                ? new Accepted(lower)
                : refused(
                        "must be an IPv4 address, an IPv6 address or a host name",
                        "harus alamat IPv4, alamat IPv6, atau nama hos");
    }

    private static DeviceAddress literal(String text) {
        // A zone is known to one machine only, and brackets belong to URLs.
        byte[] octets = text.matches("[0-9a-f.:]+") ? NetUtil.createByteArrayFromIpAddressString(text) : null;
        if (octets == null) {
            return refused(
                    "must be an IPv6 address without brackets, port or zone",
                    "harus alamat IPv6 tanpa kurung siku, port, atau zona");
        }
        InetAddress address = address(octets);
        boolean ofNobody = address.isAnyLocalAddress() || address.isMulticastAddress() || isBroadcast(octets);
        return ofNobody
                ? refused(
                        "must be the address of one device, not a wildcard, multicast or broadcast address",
                        "harus alamat satu perangkat, bukan alamat umum, multicast, atau broadcast")
                : new Accepted(NetUtil.toAddressString(address));
    }

    private static Refused refused(String en, String id) {
        return new Refused(new Wording(en, id));
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length, e);
        }
    }

    private static boolean isBroadcast(byte[] octets) {
        return octets.length == 4 && (octets[0] & octets[1] & octets[2] & octets[3]) == -1;
    }
}
