package id.ronda.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Addresses of 127.0.0.0/8, all of which one machine can bind without being set up for it. */
public final class Loopback {
    private Loopback() {}

    /** The address 127.second.third.fourth with this port; port 0 lets the system choose one. */
    public static InetSocketAddress socket(int second, int third, int fourth, int port) {
        byte[] octets = {127, octet(second), octet(third), octet(fourth)};
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four octets are an address", impossible);
        }
    }

    private static byte octet(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("an octet is 0 to 255, not " + value);
        }
        return (byte) value;
    }
}
