package id.ronda.simulator.agent;

import id.ronda.simulator.V3User;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An SNMP engine (RFC 3411): one for each socket, named after its address. */
final class Engine {
    /** The range RFC 3411 keeps for engine ids of an administrator's choice. */
    private static final byte OCTETS_FORMAT = 5;

    /** Enterprise number reserved for documentation and examples (RFC 5612). */
    private static final int ENTERPRISE = 32473;

    private final byte[] id;
    private final long startNanos;
    private final Map<String, V3User> known = new HashMap<>();
    private final Map<String, LocalUser> localized = new HashMap<>();
    private final Passphrases passphrases;

    Engine(InetSocketAddress address, List<V3User> users, Passphrases passphrases, long startNanos) {
        byte[] host = address.getAddress().getAddress();
        this.id = ByteBuffer.allocate(7 + host.length)
                .putInt(0x8000_0000 | ENTERPRISE)
                .put(OCTETS_FORMAT)
                .put(host)
                .putShort((short) address.getPort())
                .array();
        this.passphrases = passphrases;
        this.startNanos = startNanos;
        users.forEach(user -> known.put(octets(user.name()), user));
    }

    byte[] id() {
        return id;
    }

    /** snmpEngineBoots: one more with each reboot of the only device behind this engine. */
    int boots(@Nullable Session onlyDevice) {
        return 1 + (onlyDevice == null ? 0 : onlyDevice.boots());
    }

    /** snmpEngineTime: seconds since the last boot. */
    int time(@Nullable Session onlyDevice, long nanos) {
        return (int) ((nanos - (onlyDevice == null ? startNanos : onlyDevice.bootNanos())) / 1_000_000_000L);
    }

    /** The user of this name with the keys for this engine, made when first asked for. */
    @Nullable
    LocalUser user(byte[] octets, int from, int to) {
        String name = new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
        LocalUser user = localized.get(name);
        V3User named = known.get(name);
        if (user == null && named != null) {
            user = new LocalUser(named, id, passphrases);
            localized.put(name, user);
        }
        return user;
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
