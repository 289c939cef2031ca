package id.ronda.identity;

import java.time.Instant;

/** A session as its owner sees it in a list. */
public record Session(
        SessionId id, AccountId account, Instant createdAt, Instant lastSeenAt, String address, String userAgent) {}
