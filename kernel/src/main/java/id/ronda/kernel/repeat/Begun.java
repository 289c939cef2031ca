package id.ronda.kernel.repeat;

/** What is known of a request when it comes. */
public sealed interface Begun {

    /** Nothing: it is to be carried out, and then {@link RepeatedPosts#keep kept} or {@link RepeatedPosts#release released}. */
    record First() implements Begun {}

    /** It was carried out, and this was the answer. */
    record Done(KeptAnswer answer) implements Begun {}

    /** It was carried out; its answer was too long to keep, or of a kind that is not kept. */
    record DoneUnkept() implements Begun {}

    /** The key was used for another request. */
    record Different() implements Begun {}

    /** It is being carried out. */
    record UnderWay() implements Begun {}

    /** It was begun and nobody knows whether it was carried out: the server or the database went away meanwhile. */
    record Unknown() implements Begun {}

    /** The caller has used too many keys within a day. */
    record TooMany() implements Begun {}
}
