package id.ronda.collector.poll;

import id.ronda.collector.DeviceId;
import id.ronda.collector.snmp.SnmpEndpoint;
import java.time.Duration;

/** A device to be asked: where, as whom and how often. */
public record PollOrder(DeviceId id, SnmpEndpoint endpoint, Duration interval) {}
