package id.ronda.collector.reading;

/** What a text answer means as a number; pure. */
public sealed interface TextForm permits StateLabels, StateWords, Dates {

    /** The number, or NaN if the text holds none. */
    double number(String text);
}
