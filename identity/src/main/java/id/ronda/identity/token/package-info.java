/** Bearer tokens of scripts. */
@NullMarked
package id.ronda.identity.token;

import org.jspecify.annotations.NullMarked;
