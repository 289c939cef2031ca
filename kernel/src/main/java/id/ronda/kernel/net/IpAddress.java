package id.ronda.kernel.net;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** IP addresses as text. Nothing here resolves a name. */
public final class IpAddress {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private IpAddress() {}

    /** The address in its one form, without zone and brackets; an IPv4 address in IPv6 clothes (RFC 4291, 2.5.5.2) as IPv4. */
    public static Optional<String> canonical(String text) {
        return Optional.ofNullable(bytes(text)).map(NetUtil::bytesToIpAddress);
    }

    /**
     * The address of a node as proxies write it (RFC 7239 section 6): with or without a port, IPv6 in brackets or not.
     *
     * @return empty for {@code unknown}, a hidden name, or anything else
     */
    public static Optional<String> ofNode(String node) {
        String text = node.strip();
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return canonical(text.substring(1, bracket));
        }
        int colon = text.indexOf(':');
        boolean port = colon >= 0 && colon == text.lastIndexOf(':');
        return canonical(port ? text.substring(0, colon) : text);
    }

    /** What one host is given: an IPv4 address itself, the first 64 bits of an IPv6 address; any other text as it is. */
    public static String network(String address) {
        byte @Nullable [] bytes = bytes(address);
        if (bytes == null) {
            return address;
        }
        return bytes.length == V4_BYTES
                ? NetUtil.bytesToIpAddress(bytes)
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    static byte @Nullable [] bytes(String text) {
        byte @Nullable [] bytes = text.isEmpty() ? null : NetUtil.createByteArrayFromIpAddressString(text);
        boolean mapped = bytes != null
                && bytes.length == V6_BYTES
                && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return bytes != null && mapped ? Arrays.copyOfRange(bytes, MAPPED.length, V6_BYTES) : bytes;
    }
}
