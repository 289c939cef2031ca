package id.ronda.identity;

/**
 * Who somebody is elsewhere; together the two never change and are never given to another person (OpenID Connect Core 1.0
 * section 5.7). For OpenID Connect issuer and subject of the ID token; for a directory its address and the entry's UUID.
 */
public record ExternalIdentity(String issuer, String subject) {}
