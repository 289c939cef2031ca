/** Signing in with an OpenID provider that others wrote. */
@NullMarked
package id.ronda.app.oidc;

import org.jspecify.annotations.NullMarked;
