package id.ronda.kernel.http;

/** One thing that must be right before the product can do its work. */
public interface ReadyCheck {

    /** A short lower-case name, shown by {@code /readyz}. */
    String name();

    /** Looks whether it is right; may block up to about a second, and counts as not ready when it throws. */
    boolean ready();
}
