package id.ronda.identity;

/** One text in both languages. */
public record Label(String id, String en) {

    /** The text in that language. */
    public String in(Language language) {
        return switch (language) {
            case ID -> id;
            case EN -> en;
        };
    }
}
