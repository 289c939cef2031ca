/** The codec held against SNMP4J's. */
@NullMarked
package id.ronda.simulator.ber;

import org.jspecify.annotations.NullMarked;
