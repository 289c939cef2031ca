/** The tree of offices and the names they go by. */
@NullMarked
package id.ronda.identity.unit;

import org.jspecify.annotations.NullMarked;
