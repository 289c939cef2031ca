/** The second step of signing in: authenticators and recovery codes. */
@NullMarked
package id.ronda.identity.factor;

import org.jspecify.annotations.NullMarked;
