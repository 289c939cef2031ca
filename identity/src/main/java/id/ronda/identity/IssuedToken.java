package id.ronda.identity;

import id.ronda.kernel.Secret;

/**
 * A new token.
 *
 * @param text what a script sends as its bearer; shown once
 */
public record IssuedToken(Token token, Secret text) {}
