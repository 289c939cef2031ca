/** Tests of the simulator: SNMP4J's client and net-snmp's commands are the independent peers. */
@NullMarked
package id.ronda.simulator;

import org.jspecify.annotations.NullMarked;
