/** Tests of the agent without its sockets. */
@NullMarked
package id.ronda.simulator.agent;

import org.jspecify.annotations.NullMarked;
