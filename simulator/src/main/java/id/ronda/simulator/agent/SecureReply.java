package id.ronda.simulator.agent;

import java.util.Arrays;

/**
 * What every message of one exchange carries.
 *
 * @param engine who answers
 * @param boots snmpEngineBoots now
 * @param time snmpEngineTime now
 * @param id msgID of the request
 */
record SecureReply(Engine engine, int boots, int time, int id) {
    byte[] engineId() {
        return engine.id();
    }

    /** Whether the request named this engine; discovery names none. */
    boolean isFor(byte[] octets, int from, int to) {
        byte[] own = engine.id();
        return Arrays.equals(octets, from, to, own, 0, own.length);
    }
}
