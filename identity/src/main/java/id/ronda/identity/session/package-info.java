/** Sessions of browsers. */
@NullMarked
package id.ronda.identity.session;

import org.jspecify.annotations.NullMarked;
