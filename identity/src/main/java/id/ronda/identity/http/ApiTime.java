package id.ronda.identity.http;

import java.time.Instant;

/** Times as requests write them. */
final class ApiTime {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ApiTime() {}

    /** A time that the database knows too, from 1970 to 9999; others are refused like what is none. */
    static Instant parse(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("must be a time from 1970 to 9999");
        }
        return time;
    }
}
