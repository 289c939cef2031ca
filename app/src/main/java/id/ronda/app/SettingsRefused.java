package id.ronda.app;

/** Settings that are each right and do not fit together; the message names the keys. */
final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsRefused(String sentence) {
        super(sentence);
    }
}
