package id.ronda.collector.snmp;

import java.net.InetSocketAddress;

/**
 * Where and as whom a device is asked.
 *
 * @param address        resolved address and UDP port
 * @param anyReplyAddress whether an answer may come from another address, as some multi-homed devices do; the request's id is then the only proof
 */
public record SnmpEndpoint(InetSocketAddress address, SnmpCredential credential, boolean anyReplyAddress) {
    /** Refuses an address that is still a name: resolving blocks. */
    public SnmpEndpoint {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("Resolve " + address.getHostString() + " before asking it.");
        }
    }
}
