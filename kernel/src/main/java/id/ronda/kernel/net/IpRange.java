package id.ronda.kernel.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One address, or all that begin with the same bits: {@code 10.0.0.5}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}. Immutable. */
public final class IpRange {

    private final byte[] start;
    private final int bits;

    private IpRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** Reads a range; empty if the text is none. */
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] start = IpAddress.bytes(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            return Optional.empty();
        }
        int most = start.length * Byte.SIZE;
        String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
        int bits = length.matches("[0-9]{1,3}") ? Integer.parseInt(length) : most + 1;
        return bits > most ? Optional.empty() : Optional.of(new IpRange(start, bits));
    }

    /** Whether the address is in it; a text that is no address is in none. */
    public boolean contains(String address) {
        byte @Nullable [] bytes = IpAddress.bytes(address);
        if (bytes == null || bytes.length != start.length) {
            return false;
        }
        boolean same = true;
        for (int bit = 0; same && bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            same = ((bytes[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) == 0;
        }
        return same;
    }
}
