package id.ronda.kernel.http;

/** What somebody may be allowed to do; the closed list of them belongs to the module that knows people. */
public interface Permission {

    /** Its stable name: lower-case dotted words, for example {@code device.read}. */
    String code();
}
