/** Guesses at passwords and codes: counted, and slowed down, never shut out for good. */
@NullMarked
package id.ronda.identity.guess;

import org.jspecify.annotations.NullMarked;
