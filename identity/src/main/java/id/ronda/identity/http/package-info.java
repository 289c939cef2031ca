/** Identity over HTTP: who asks, the sign-in, one's own account, and the accounts, tokens, roles and units of all. */
@NullMarked
package id.ronda.identity.http;

import org.jspecify.annotations.NullMarked;
