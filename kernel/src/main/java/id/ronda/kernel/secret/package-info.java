/** Secrets at rest: sealed with a key that is not in the database, each bound to its place. */
@NullMarked
package id.ronda.kernel.secret;

import org.jspecify.annotations.NullMarked;
