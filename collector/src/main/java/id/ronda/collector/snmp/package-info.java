/**
 * Asks devices over SNMP v1, v2c and v3: one shared datagram socket an event loop, no thread and no session a device.
 *
 * <p>SNMP4J brings the value types ({@code org.snmp4j.smi}) and the protocols of USM. Messages are read and written here, because
 * an engine's time belongs to an address and not, as in SNMP4J's USM, to an engine id: ids are not unique in the field.
 */
@NullMarked
package id.ronda.collector.snmp;

import org.jspecify.annotations.NullMarked;
