package id.ronda.identity;

/**
 * Something that is in a person's name.
 *
 * @param kind what it is, such as {@code token}; lower case with hyphens
 * @param id its number or name among its kind
 * @param label what people know it by
 * @param fate what can be done with it
 */
public record Belonging(String kind, String id, String label, Fate fate) {

    /** What can become of a belonging when its owner goes. */
    public enum Fate {
        /** It can get another owner, or end. */
        GIVE_OR_END,
        /** It is bound to the person and can only end. */
        END,
        /** It ends by itself, and nobody is asked. */
        ENDS_BY_ITSELF
    }
}
