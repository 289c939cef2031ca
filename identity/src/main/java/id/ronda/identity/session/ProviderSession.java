package id.ronda.identity.session;

import id.ronda.kernel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who let a session in, if it was not Ronda itself.
 *
 * @param receipt what the provider wants back when the person goes out, or null
 */
public record ProviderSession(String issuer, @Nullable Secret receipt) {}
