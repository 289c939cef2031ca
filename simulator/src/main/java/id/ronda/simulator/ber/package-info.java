/** The Basic Encoding Rules of SNMP (RFC 3417 section 8) over byte arrays, without an object per element. */
@NullMarked
package id.ronda.simulator.ber;

import org.jspecify.annotations.NullMarked;
