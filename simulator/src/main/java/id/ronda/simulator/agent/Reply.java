package id.ronda.simulator.agent;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the message that stands written.
 *
 * @param send whether there is one
 * @param session whose faults it meets on its way, if it is one device's
 */
record Reply(boolean send, @Nullable Session session) {
    static final Reply SILENCE = new Reply(false, null);
}
