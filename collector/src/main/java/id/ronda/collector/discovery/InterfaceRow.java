package id.ronda.collector.discovery;

import id.ronda.collector.DeviceInterface;
import id.ronda.collector.IfStatus;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One row of ifTable and ifXTable as the device tells it.
 *
 * @param index ifIndex: a sub-identifier, 0 to 2³² − 1
 * @param ifName {@code ""} if not told, as the other texts
 * @param mac ifPhysAddress as hexadecimal
 * @param ifSpeed bits a second, ends at 2³² − 1
 * @param ifHighSpeed 10⁶ bits a second
 * @param wide the device has 64-bit octet counters for the row
 * @param widePackets the device has 64-bit packet counters for the row
 */
record InterfaceRow(
        long index,
        String ifName,
        String ifDescr,
        String ifAlias,
        String mac,
        @Nullable Long type,
        @Nullable Long mtu,
        @Nullable Long ifSpeed,
        @Nullable Long ifHighSpeed,
        @Nullable Long admin,
        @Nullable Long oper,
        boolean wide,
        boolean widePackets) {
    private static final long SPEED_MAX = 4_294_967_295L;
    private static final long COARSE_ENOUGH = 20;
    private static final long MEGA = 1_000_000;

    /** The name people know: ifName, or ifDescr where there is none. */
    String name() {
        return ifName.isEmpty() ? ifDescr : ifName;
    }

    /** RFC 2863: ifHighSpeed where ifSpeed is at its end, and above 20 Mb/s where rounding does no harm; null if not told. */
    @Nullable
    Long speed() {
        if (ifHighSpeed == null || ifHighSpeed <= 0) {
            return ifSpeed;
        }
        boolean high = ifSpeed == null || ifSpeed == SPEED_MAX || ifHighSpeed >= COARSE_ENOUGH;
        return high ? Long.valueOf(ifHighSpeed * MEGA) : ifSpeed;
    }

    DeviceInterface toInterface(String instance) {
        return new DeviceInterface(
                index,
                name(),
                instance,
                ifDescr,
                ifAlias,
                toInt(type),
                toInt(mtu),
                speed(),
                status(admin),
                status(oper));
    }

    private static IfStatus status(@Nullable Long number) {
        return number == null ? IfStatus.UNKNOWN : IfStatus.of(number.intValue());
    }

    private static @Nullable Integer toInt(@Nullable Long number) {
        return number == null || BigInteger.valueOf(number).bitLength() > 31
                ? null
                : Integer.valueOf(number.intValue());
    }
}
