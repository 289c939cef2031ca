/** Asks and listens: SNMP, traps, syslog, probes; knows devices and what they have; stores the time series. */
@NullMarked
package id.ronda.collector;

import org.jspecify.annotations.NullMarked;
