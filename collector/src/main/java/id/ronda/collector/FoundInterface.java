package id.ronda.collector;

/**
 * An interface that somebody looked for.
 *
 * @param deviceName as it is shown
 * @param name ifName, or ifDescr where the device has no ifName
 * @param alias ifAlias: what people wrote on it; empty if nothing
 * @param description ifDescr
 */
public record FoundInterface(DeviceId device, String deviceName, String name, String alias, String description) {}
