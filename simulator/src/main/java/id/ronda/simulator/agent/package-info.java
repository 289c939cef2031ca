/** The agent behind every simulated device: one thread, many sockets, SNMPv1, v2c and v3. */
@NullMarked
package id.ronda.simulator.agent;

import org.jspecify.annotations.NullMarked;
