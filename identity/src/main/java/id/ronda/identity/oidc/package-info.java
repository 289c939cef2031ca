/** OpenID Connect: the authorization code flow with PKCE, in which Ronda trusts one provider's word of who somebody is. */
@NullMarked
package id.ronda.identity.oidc;

import org.jspecify.annotations.NullMarked;
