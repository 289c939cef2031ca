/** Facts from a module to those on its right: written with the state they speak of, taken in order, once in effect. */
@NullMarked
package id.ronda.kernel.outbox;

import org.jspecify.annotations.NullMarked;
