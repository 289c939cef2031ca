/** Words that open something: how they are made of randomness, compared and typed. */
@NullMarked
package id.ronda.identity.credential;

import org.jspecify.annotations.NullMarked;
