package id.ronda.collector.profile;

import java.util.Map;

/**
 * What a MIB says about one of its objects: facts, in our own form.
 *
 * @param oid without the instance
 * @param name as in the MIB
 * @param unit what one of the raw number is, in UCUM with a decimal factor before it where it is not 1, for example {@code 0.1 V}; {@code ""}
 *     where the MIB does not say
 * @param states the numbers of its enumeration with their labels; empty if it is none
 */
record MibObject(String oid, String name, String unit, Map<Integer, String> states) {

    MibObject {
        states = Map.copyOf(states);
    }

    /** Its number in that arc. */
    long number() {
        return Long.parseLong(oid.substring(oid.lastIndexOf('.') + 1));
    }

    /** The arc it stands under: the row, or the group of scalars. */
    String arc() {
        return oid.substring(0, oid.lastIndexOf('.'));
    }
}
