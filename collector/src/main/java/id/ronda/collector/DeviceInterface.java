package id.ronda.collector;

import org.jspecify.annotations.Nullable;

/**
 * One row of a device's ifTable and ifXTable (RFC 2863).
 *
 * @param index ifIndex, without sign since some agents go above 2³¹; may change when the device restarts, so it is never an identity
 * @param name ifName, or ifDescr where the device has no ifName
 * @param instance what its series are known by: the name where no other interface has it, see {@link Series#instance}
 * @param type IANAifType, null if not told
 * @param mtu octets, null if not told
 * @param speed bits a second: ifHighSpeed × 10⁶ where ifSpeed is too small for it, null if not told
 */
public record DeviceInterface(
        long index,
        String name,
        String instance,
        String description,
        String alias,
        @Nullable Integer type,
        @Nullable Integer mtu,
        @Nullable Long speed,
        IfStatus adminStatus,
        IfStatus operStatus) {}
